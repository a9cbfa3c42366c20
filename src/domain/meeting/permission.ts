import { type Asker, actsFor, coordinates, EVERYBODY, type RolesThatMay } from '../member/roles.ts'
import type { Region } from '../region/region.ts'
import { holderOf, rosterOf } from '../region/roster.ts'

export const MEETING_PERMISSIONS = {
  'meeting.read': EVERYBODY,
  'meeting.attend': EVERYBODY,
  'meeting.run': EVERYBODY,
  'meeting.export': EVERYBODY,
  'meeting.change': ['coordinator'],
} as const satisfies RolesThatMay

export const sitsOn = (asker: Pick<Asker, 'memberId' | 'today'>, region: Region, bodyId: string): boolean =>
  rosterOf(region, bodyId, asker.today).includes(asker.memberId)

/** The meetings of a body are its roster's, and the centre's. */
export const followsBody = (asker: Asker, bodyId: string, region: Region): boolean =>
  coordinates(asker) || sitsOn(asker, region, bodyId)

/** Everybody says for themselves whether they come; the centre for others too. */
export const mayAnswerFor = (asker: Asker, memberId: string): boolean =>
  asker.memberId === memberId || coordinates(asker)

/** After a meeting nobody announces any more: only the centre corrects what was announced. */
export const mayAnswerAfterwards = (asker: Asker): boolean => coordinates(asker)

/** The chair of a body on a day (座長, 部会長): by its roster, else by its rota; absent where neither names one. */
export const chairOf = (region: Region, bodyId: string, on: Temporal.PlainDate): string | undefined =>
  holderOf(region, bodyId, 'chair', on)

/** Whose turn it is to record a body's meetings (記録の輪番); absent where no rota says. */
export const recorderOf = (region: Region, bodyId: string, on: Temporal.PlainDate): string | undefined =>
  holderOf(region, bodyId, 'recorder', on)

/**
 * `isApproved`: its minutes were, and with that its recorder's work is done. `on`: the meeting's day, whose chair is its
 * chair.
 */
export type OfBody = {
  bodyId: string
  recorderId: string | null | undefined
  isApproved: boolean
  on?: Temporal.PlainDate
}

export const isChair = (asker: Asker, region: Region, bodyId: string, on = asker.today): boolean => {
  const chair = chairOf(region, bodyId, on)
  return chair !== undefined && actsFor(asker, chair)
}

type Led = Pick<OfBody, 'bodyId' | 'on'>

/** The centre, and the body's chair of that day. */
const leads = (asker: Asker, region: Region, { bodyId, on }: Led): boolean =>
  coordinates(asker) || isChair(asker, region, bodyId, on)

/** Who makes somebody the recorder of a meeting is who leads it. Nobody makes themselves one. */
export const mayAppointRecorder = (asker: Asker, region: Region, meeting: Led): boolean =>
  leads(asker, region, meeting)

/**
 * Who runs a meeting and writes what came of it: who may appoint its recorder, and the recorder, until the minutes are
 * approved for the first time.
 */
export const mayRunMeeting = (asker: Asker, region: Region, meeting: OfBody): boolean =>
  mayAppointRecorder(asker, region, meeting) || (meeting.recorderId === asker.memberId && !meeting.isApproved)

/** Why somebody is absent is read by who leads the meeting: a recorder only notes who was there. */
export const mayReadReasons = (asker: Asker, region: Region, meeting: Led): boolean =>
  leads(asker, region, meeting)

/** A month's records of all meetings are the centre's; others get what concerns their own office. */
export const mayExportAll = (asker: Asker): boolean => coordinates(asker)

/** The records of one office: its own, and for the centre anybody's. */
export const mayExportOffice = (asker: Asker, officeId: string): boolean =>
  mayExportAll(asker) || asker.officeId === officeId
