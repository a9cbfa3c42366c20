import { EVERYBODY, type RolesThatMay } from '../member/roles.ts'

export const POLL_PERMISSIONS = {
  'poll.open': ['coordinator', 'chief_specialist'],
  'poll.answer': EVERYBODY,
} as const satisfies RolesThatMay
