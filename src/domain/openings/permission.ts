import { CASE_WORKERS, type RolesThatMay } from '../member/roles.ts'

export const OPENINGS_PERMISSIONS = {
  'openings.read': [...CASE_WORKERS, 'officer'],
  'openings.tell': CASE_WORKERS,
} as const satisfies RolesThatMay
