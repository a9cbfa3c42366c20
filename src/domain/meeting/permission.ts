import { EVERYBODY, type RolesThatMay } from '../member/roles.ts'

export const MEETING_PERMISSIONS = {
  'meeting.read': EVERYBODY,
  'meeting.attend': EVERYBODY,
  'meeting.run': EVERYBODY,
  'meeting.export': EVERYBODY,
  'meeting.change': ['coordinator'],
} as const satisfies RolesThatMay
