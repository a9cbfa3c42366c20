import { CASE_WORKERS, type RolesThatMay } from '../member/roles.ts'

export const VISIT_PERMISSIONS = {
  'visit.read': [...CASE_WORKERS, 'officer'],
  'visit.report': CASE_WORKERS,
} as const satisfies RolesThatMay
