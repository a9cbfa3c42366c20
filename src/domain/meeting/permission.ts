import { type Asker, coordinates, EVERYBODY, type RolesThatMay } from '../member/roles.ts'
import type { Region } from '../region/region.ts'
import { rosterOf } from '../region/roster.ts'

export const MEETING_PERMISSIONS = {
  'meeting.read': EVERYBODY,
  'meeting.attend': EVERYBODY,
  'meeting.run': EVERYBODY,
  'meeting.export': EVERYBODY,
  'meeting.change': ['coordinator'],
} as const satisfies RolesThatMay

/** The meetings of a body are its roster's, and the centre's. */
export const followsBody = (asker: Asker, bodyId: string, region: Region): boolean =>
  coordinates(asker) || rosterOf(region, bodyId).includes(asker.memberId)
