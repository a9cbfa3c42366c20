import { EVERYBODY, type RolesThatMay } from '../member/roles.ts'

export const ACCOUNT_PERMISSIONS = {
  'account.own': EVERYBODY,
  'account.link': ['coordinator'],
} as const satisfies RolesThatMay
