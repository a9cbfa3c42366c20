import { chairOf, isChair, mayRunMeeting, type OfBody, sitsOn } from '../meeting/permission.ts'
import { type Asker, coordinates, EVERYBODY, type RolesThatMay } from '../member/roles.ts'
import type { Region } from '../region/region.ts'

export const MINUTES_PERMISSIONS = {
  'minutes.read': EVERYBODY,
  'minutes.approve': EVERYBODY,
} as const satisfies RolesThatMay

/** The chair of the meeting's day, or who stands in for the chair; the centre where a body has none. */
export const mayApproveMinutes = (
  asker: Asker,
  region: Region,
  { bodyId, on = asker.today }: Pick<OfBody, 'bodyId' | 'on'>,
): boolean =>
  chairOf(region, bodyId, on) === undefined ? coordinates(asker) : isChair(asker, region, bodyId, on)

/** Approved minutes are the body's; before that they are read by those who work on them. */
export const mayReadMinutes = (asker: Asker, region: Region, body: OfBody): boolean =>
  mayRunMeeting(asker, region, body) || (body.isApproved && sitsOn(asker, region, body.bodyId))
