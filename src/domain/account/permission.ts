import { type Asker, coordinates, EVERYBODY, type RolesThatMay } from '../member/roles.ts'

export const ACCOUNT_PERMISSIONS = {
  'account.own': EVERYBODY,
  'account.link': ['coordinator'],
} as const satisfies RolesThatMay

/** Who says whose an unlinked account is, and takes it back. */
export const mayAnswerRequest = (asker: Asker): boolean => coordinates(asker)
