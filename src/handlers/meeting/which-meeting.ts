import { z } from 'zod'
import { refusalCard } from '../../cards/answer.ts'
import { readDate } from '../../domain/date-text/read-date.ts'
import { writeDate } from '../../domain/date-text/write-date.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import { type MeetingFile, meetingFile } from '../../store/agenda-facts.ts'
import { type Meeting, meetingById, meetingsBetween } from '../../store/meetings.ts'
import type { BaseCall, Option, Outcome } from '../command.ts'
import { meetingDate, meetingName, seriesName } from '../names.ts'

const DAY_HOURS = 24
const SHOWN_DAYS = 62

/** A meeting as people name it, by its date or its name; buttons carry its id. */
export const meetingNamed: Option<string> = {
  schema: z.string().trim().min(1).max(80),
  required: false,
  words: (t) => t.commands.options.whichMeeting,
  suggest: async (call, typed) => {
    const { scope, now, region, language } = call
    const span = { hours: DAY_HOURS * SHOWN_DAYS }
    const near = await meetingsBetween(scope, now.subtract(span), now.add(span), ownSeries(call))
    return near
      .map((meeting) => ({
        value: meeting.id,
        label: `${writeDate(meetingDate(call, meeting), language)} ${seriesName(region, meeting.seriesId)}`,
      }))
      .filter(({ label }) => label.includes(typed.trim()))
  },
}

/** The series of the bodies that the asker sits on; all of them for the centre. */
const ownSeries = ({ region, asker }: BaseCall): string[] =>
  region.series
    .filter(
      ({ body }) => asker.roles.includes('coordinator') || rosterOf(region, body).includes(asker.memberId),
    )
    .map(({ id }) => id)

export const refusing = (heading: string, next?: string): { ok: false; refusal: Outcome } => ({
  ok: false,
  refusal: { kind: 'refuse', card: refusalCard('meeting.refused', heading, next) },
})

type FoundMeeting = { ok: true; file: MeetingFile } | { ok: false; refusal: Outcome }

/** Where nobody said which, the best of those near by this order. */
type Preference = (near: readonly Meeting[]) => Meeting | undefined

/** The meeting that was named, or the one that `prefer` takes among those within two months. */
export const whichMeeting = async (
  call: BaseCall,
  named: string | undefined,
  prefer: Preference,
): Promise<FoundMeeting> => {
  const { scope, region, now, text } = call
  const words = text.attendance
  if (named !== undefined && z.uuid().safeParse(named).success) {
    const meeting = await meetingById(scope, named)
    if (meeting && meeting.cancelled !== null) return refusing(words.cancelled)
    return fileOf(call, named)
  }
  const span = { hours: DAY_HOURS * SHOWN_DAYS }
  const near = await meetingsBetween(scope, now.subtract(span), now.add(span), ownSeries(call))
  if (named === undefined) {
    const found = prefer(near)
    return found ? fileOf(call, found.id) : refusing(words.noMeeting, words.noMeetingNext)
  }
  const date = readDate(named, call.today)
  const fitting = near.filter((meeting) =>
    date.ok
      ? meetingDate(call, meeting).equals(date.value)
      : seriesName(region, meeting.seriesId).includes(named) || meetingName(call, meeting).startsWith(named),
  )
  const found = date.ok ? fitting[0] : prefer(fitting)
  return found ? fileOf(call, found.id) : refusing(words.notFound(named), words.notFoundNext)
}

const fileOf = async ({ scope, region, text }: BaseCall, id: string): Promise<FoundMeeting> => {
  const file = await meetingFile(scope, region, id)
  return file ? { ok: true, file } : refusing(text.attendance.noMeeting, text.attendance.noMeetingNext)
}

const endOf = ({ startsAt, durationMinutes }: Meeting): Temporal.Instant =>
  startsAt.add({ minutes: durationMinutes })

export const isOver = (meeting: Meeting, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(endOf(meeting), now) < 0

/** The next one that is not over. */
export const coming =
  (now: Temporal.Instant): Preference =>
  (near) =>
    near.find((meeting) => !isOver(meeting, now))

/** The last one that has begun, else the next one. */
export const latest =
  (now: Temporal.Instant): Preference =>
  (near) =>
    near.findLast(({ startsAt }) => Temporal.Instant.compare(startsAt, now) <= 0) ?? near[0]
