import { EVERYBODY, type RolesThatMay } from '../member/roles.ts'

export const MINUTES_PERMISSIONS = {
  'minutes.read': EVERYBODY,
  'minutes.approve': EVERYBODY,
} as const satisfies RolesThatMay
