import { type Asker, coordinates, EVERYBODY, type RolesThatMay } from '../member/roles.ts'

export const SETUP_PERMISSIONS = {
  'help.read': EVERYBODY,
} as const satisfies RolesThatMay

export const mayChangeBody = (asker: Asker): boolean => coordinates(asker)
