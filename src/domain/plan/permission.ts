import { CASE_WORKERS, type RolesThatMay } from '../member/roles.ts'

export const PLAN_PERMISSIONS = {
  'plan.register': CASE_WORKERS,
} as const satisfies RolesThatMay
