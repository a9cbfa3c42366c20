import { EVERYBODY, type RolesThatMay } from '../member/roles.ts'

export const DIGEST_PERMISSIONS = {
  'home.read': EVERYBODY,
} as const satisfies RolesThatMay
