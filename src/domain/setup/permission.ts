import { EVERYBODY, type RolesThatMay } from '../member/roles.ts'

export const SETUP_PERMISSIONS = {
  'help.read': EVERYBODY,
} as const satisfies RolesThatMay
