import { CASE_WORKERS, type RolesThatMay } from '../member/roles.ts'

export const MONITORING_PERMISSIONS = {
  'monitoring.read': [...CASE_WORKERS, 'officer'],
  'monitoring.record': CASE_WORKERS,
  'interval.propose': CASE_WORKERS,
  'interval.decide': ['officer', 'coordinator'],
  'forecast.read': ['coordinator', 'officer'],
} as const satisfies RolesThatMay
