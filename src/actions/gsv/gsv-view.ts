import type { GroupsView } from '../../domain/gsv/groups-view.ts'
import { memberName } from '../../domain/region/names.ts'
import type { Region } from '../../domain/region/region.ts'
import type { Scope } from '../../store/engine/database.ts'
import { resultsSince, writtenOf } from '../../store/gsv/gsv-presentations.ts'
import { type GsvSession, historyOf } from '../../store/gsv/gsv-sessions.ts'
import type { GsvMeeting } from './gsv-forming.ts'

/** Look-back where no session came before. */
const TOLD_WITHIN_HOURS = 24 * 70

export type Opening = { presentationId: string; presenterId: string }

/** Loads what came of earlier cases and was told since the last session: it opens this one. */
export const openingsOf = async (scope: Scope, { meeting }: GsvMeeting): Promise<Opening[]> => {
  const { last } = await historyOf(scope, meeting.seriesId, meeting.startsAt)
  const since = last ?? meeting.startsAt.subtract({ hours: TOLD_WITHIN_HOURS })
  const told = await resultsSince(scope, meeting.seriesId, since)
  return told.map(({ id, memberId }) => ({ presentationId: id, presenterId: memberId }))
}

/** `withText`: whether this one's text is shown; then the caller notes the read in the audit log. */
export const writtenOpenings = async (
  scope: Scope,
  openings: readonly Opening[],
  nameOf: (memberId: string) => string,
  withText: (opening: Opening) => boolean,
): Promise<GroupsView['openings']> => {
  const written: GroupsView['openings'] = []
  for (const opening of openings) {
    const presenter = nameOf(opening.presenterId)
    const { result } = withText(opening) ? await writtenOf(scope, opening.presentationId) : {}
    written.push({ presenter, text: result })
  }
  return written
}

/** The groups with the names people read. */
export const groupsView = (
  region: Region,
  { meeting, series }: GsvMeeting,
  { groups, preMeetingOn }: Pick<GsvSession, 'groups' | 'preMeetingOn'>,
  openings: GroupsView['openings'],
): GroupsView => {
  const nameOf = (id: string) => memberName(region, id)
  return {
    meetingId: meeting.id,
    seriesName: series.name,
    startsAt: meeting.startsAt.toZonedDateTimeISO(region.timeZone),
    place: series.place,
    preMeetingOn,
    groups: groups.map(({ facilitatorId, presenterId, memberIds }) => ({
      facilitator: nameOf(facilitatorId),
      presenter: presenterId && nameOf(presenterId),
      others: memberIds.filter((id) => id !== facilitatorId && id !== presenterId).map(nameOf),
    })),
    openings,
  }
}
