import { EVERYBODY, type RolesThatMay } from '../member/roles.ts'

export const AGENDA_PERMISSIONS = {
  'agenda.preview': ['coordinator'],
  'agenda.publish': ['coordinator'],
  'agenda.edit': ['coordinator'],
  'agenda.history': EVERYBODY,
} as const satisfies RolesThatMay
