import { EVERYBODY, type RolesThatMay } from '../member/roles.ts'

export const ROTA_PERMISSIONS = {
  'rota.read': EVERYBODY,
  'rota.swap': EVERYBODY,
} as const satisfies RolesThatMay
