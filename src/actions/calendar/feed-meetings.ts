import { meetingTitle } from '../../domain/region/names.ts'
import type { Region } from '../../domain/region/region.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import type { FeedOwner } from '../../store/calendar/calendar-feeds.ts'
import type { Scope } from '../../store/engine/database.ts'
import { calendarMeetings, type Meeting } from '../../store/meeting/meetings.ts'
import { hideCaseCodes } from '../case/hide-case-codes.ts'

type FeedMeeting = Meeting & { name: string; place: string | undefined }

const BEFORE_HOURS = 24 * 92
const AHEAD_HOURS = 24 * 430
/** Most meetings in a feed: calendar programs refuse more. */
const MOST_MEETINGS = 1500

/** Loads what a feed shows. Undefined where its owner left the region file. */
export const feedMeetings = async (
  scope: Scope,
  region: Region,
  { owner, ownerId }: FeedOwner,
  now: Temporal.Instant,
): Promise<{ name: string; meetings: FeedMeeting[] } | undefined> => {
  const from = owner === 'member' ? region.members : region.bodies
  const found = from.find(({ id }) => id === ownerId)
  if (!found) return undefined
  const today = now.toZonedDateTimeISO(region.timeZone).toPlainDate()
  const series = region.series.filter(({ body }) =>
    owner === 'body' ? body === ownerId : rosterOf(region, body, today).includes(ownerId),
  )
  const planned = await calendarMeetings(
    scope,
    now.subtract({ hours: BEFORE_HOURS }),
    now.add({ hours: AHEAD_HOURS }),
    series.map(({ id }) => id),
    MOST_MEETINGS,
  )
  return {
    name: owner === 'body' ? found.name : region.name,
    meetings: await hideTitleCodes(scope, planned.flatMap(asFeedMeeting(region))),
  }
}

/** A calendar is read by who has its address: it shows no case code, whatever a meeting was called. */
export const hideTitleCodes = async (scope: Scope, shown: readonly FeedMeeting[]): Promise<FeedMeeting[]> => {
  const names = await hideCaseCodes(
    scope,
    shown.map(({ name }) => name),
  )
  return shown.map((meeting, at) => ({ ...meeting, name: names[at] ?? '' }))
}

export const asFeedMeeting =
  (region: Region) =>
  (meeting: Meeting): FeedMeeting[] => {
    const series = region.series.find(({ id }) => id === meeting.seriesId)
    if (!series) return []
    return [{ ...meeting, name: meetingTitle(region, meeting), place: series.place }]
  }
