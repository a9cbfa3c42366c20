import { EVERYBODY, type RolesThatMay } from '../member/roles.ts'

export const CALENDAR_PERMISSIONS = {
  'calendar.own': EVERYBODY,
} as const satisfies RolesThatMay
