import { type Asker, coordinates, EVERYBODY, type RolesThatMay } from '../member/roles.ts'

export const CALENDAR_PERMISSIONS = {
  'calendar.own': EVERYBODY,
} as const satisfies RolesThatMay

/** A body's calendar is the centre's to give. */
export const mayLinkBodies = (asker: Asker): boolean => coordinates(asker)
