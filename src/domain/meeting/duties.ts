import type { Asker } from '../member/roles.ts'
import type { Region } from '../region/region.ts'
import { rosterOf } from '../region/roster.ts'

/** The chair of a body by its roster (座長, 部会長); absent where it names none. */
export const chairOf = (region: Region, bodyId: string): string | undefined => {
  const seats = region.bodies.find(({ id }) => id === bodyId)?.members ?? []
  const seat = seats.find((one) => 'member' in one && one.duty === 'chair')
  return seat && 'member' in seat ? seat.member : undefined
}

type OfBody = { bodyId: string; recorderId?: string | null | undefined }

const isChair = (asker: Asker, region: Region, bodyId: string): boolean => {
  const chair = chairOf(region, bodyId)
  return chair !== undefined && (asker.memberId === chair || (asker.standsInFor ?? []).includes(chair))
}

/** Who runs a meeting and writes what came of it: the centre, the body's chair, its recorder. */
export const mayRunMeeting = (asker: Asker, region: Region, { bodyId, recorderId }: OfBody): boolean =>
  asker.roles.includes('coordinator') ||
  isChair(asker, region, bodyId) ||
  (recorderId != null && recorderId === asker.memberId)

export const sitsOn = (asker: Asker, region: Region, bodyId: string): boolean =>
  rosterOf(region, bodyId).includes(asker.memberId)

/** The chair, or who stands in for the chair; the centre where a body has none. */
export const mayApproveMinutes = (asker: Asker, region: Region, bodyId: string): boolean =>
  chairOf(region, bodyId) === undefined ? asker.roles.includes('coordinator') : isChair(asker, region, bodyId)

/** Approved minutes are the body's; before that they are read by those who work on them. */
export const mayReadMinutes = (asker: Asker, region: Region, body: OfBody, approved: boolean): boolean =>
  mayRunMeeting(asker, region, body) || (approved && sitsOn(asker, region, body.bodyId))
