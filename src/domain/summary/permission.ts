import { CASE_WORKERS, type RolesThatMay } from '../member/roles.ts'

export const SUMMARY_PERMISSIONS = {
  'summary.submit': CASE_WORKERS,
  'summary.read': CASE_WORKERS,
  'summary.agree': ['coordinator'],
} as const satisfies RolesThatMay
