import { CASE_WORKERS, type RolesThatMay } from '../member/roles.ts'

export const CASE_PERMISSIONS = {
  'case.register': CASE_WORKERS,
  'case.read': [...CASE_WORKERS, 'officer'],
  'case.change': CASE_WORKERS,
  'priority.read': [...CASE_WORKERS, 'officer'],
} as const satisfies RolesThatMay
