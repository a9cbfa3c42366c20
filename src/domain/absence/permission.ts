import { CASE_WORKERS, type RolesThatMay } from '../member/roles.ts'

export const ABSENCE_PERMISSIONS = {
  'absence.take': CASE_WORKERS,
} as const satisfies RolesThatMay
