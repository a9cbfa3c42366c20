import { CASE_WORKERS, type RolesThatMay } from '../member/roles.ts'

export const HANDOVER_PERMISSIONS = {
  'handover.write': CASE_WORKERS,
} as const satisfies RolesThatMay
