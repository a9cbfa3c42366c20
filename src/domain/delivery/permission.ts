import { EVERYBODY, type RolesThatMay } from '../member/roles.ts'

export const DELIVERY_PERMISSIONS = {
  'delivery.own': EVERYBODY,
  'delivery.manage': ['coordinator'],
} as const satisfies RolesThatMay
