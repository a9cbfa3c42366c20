import { drawChanged, drawMeetings } from '../../cards/digest/meetings.ts'
import { takesSummaries } from '../../domain/agenda/which-agenda.ts'
import { isNext } from '../../domain/digest/morning.ts'
import { publishAt, requestFrom } from '../../domain/meeting/agenda-times.ts'
import type { ComingMeeting } from '../../domain/meeting/telling.ts'
import { meetingTitle } from '../../domain/region/names.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import { publishedAgendas } from '../../store/agenda/agendas.ts'
import { eachOf } from '../../store/engine/read-concurrently.ts'
import { type Meeting, meetingsBetween } from '../../store/meeting/meetings.ts'
import { digestSection, type Inquiry } from '../digest/section.ts'
import { type MissingSummary, missingSummaries } from '../summary/missing-summaries.ts'
import { changedMeetings } from './changed-meetings.ts'

/** Beyond the longest request for summaries a region may set, and the longest time for its minutes. */
const AHEAD_HOURS = 24 * 60
const BACK_HOURS = 24 * 75

/** The meetings that a morning may speak of. */
export const nearMeetings = ({ scope, now, toldFrom }: Inquiry): Promise<Meeting[]> =>
  meetingsBetween(scope, toldFrom.subtract({ hours: BACK_HOURS }), now.add({ hours: AHEAD_HOURS }))

type Coming = {
  meeting: ComingMeeting
  roster: ReadonlySet<string>
  requestFrom: Temporal.PlainDate
  /** The day its agenda goes out. */
  closes: Temporal.PlainDate
  /** What it still waits for. */
  summaries: MissingSummary[]
}

export const comingMeetings = async (inquiry: Inquiry): Promise<Coming[]> => {
  const { scope, region, now } = inquiry
  const near = await inquiry.read(nearMeetings)
  const meetings = near.filter(({ startsAt }) => Temporal.Instant.compare(startsAt, now) >= 0)
  const ids = meetings.map(({ id }) => id)
  const closed = new Set((await publishedAgendas(scope, ids)).map(({ meetingId }) => meetingId))
  const coming = meetings.map(async (meeting): Promise<Coming[]> => {
    const series = region.series.find(({ id }) => id === meeting.seriesId)
    if (!series) return []
    const startsAt = meeting.startsAt.toZonedDateTimeISO(region.timeZone)
    const date = startsAt.toPlainDate()
    const takes = takesSummaries(region, series) && !closed.has(meeting.id)
    return [
      {
        meeting: { meetingId: meeting.id, name: meetingTitle(region, meeting), startsAt, date },
        roster: new Set(rosterOf(region, series.body, date)),
        requestFrom: requestFrom(region, meeting.startsAt),
        closes: publishAt(region, meeting.startsAt).toPlainDate(),
        summaries: takes ? await missingFor(inquiry, meeting, date) : [],
      },
    ]
  })
  return (await eachOf(coming)).flat()
}

/** Looks for missing summaries only once it is time to ask for them. */
const missingFor = async (
  { scope, region, morning }: Inquiry,
  { id, startsAt }: Meeting,
  date: Temporal.PlainDate,
): Promise<MissingSummary[]> =>
  Temporal.PlainDate.compare(morning.today, requestFrom(region, startsAt)) < 0
    ? []
    : missingSummaries(scope, region, date, id)

/** Section: a meeting, on the business day before it. A person's page lists meetings by itself. */
export const meetings = digestSection({
  name: 'meetings',
  exists: ({ morning }) => !morning.asked,
  load: comingMeetings,
  forReader: (coming, { id, here }, { morning }) =>
    coming
      .filter(({ roster, meeting }) => here && roster.has(id) && isNext(meeting.date, morning))
      .map(({ meeting }) => meeting),
  card: drawMeetings,
  told: (items) => ({ meeting: items.length }),
})

/** Section: meetings that the reader attends, moved or cancelled by others since the last morning. */
export const changed = digestSection({
  name: 'changed-meetings',
  load: ({ scope, region, toldFrom }) => changedMeetings(scope, region, toldFrom),
  forReader: (changes, { id, here }) =>
    changes.filter(({ roster, by }) => here && roster.has(id) && by !== id).map(({ change }) => change),
  card: drawChanged,
})
