import { z } from 'zod'
import { type MeetingFile, meetingFile } from '../../actions/agenda/agenda-facts.ts'
import { refusalCard } from '../../cards/answer.ts'
import { readDate } from '../../domain/calendar/read-date.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { meetingDate, meetingName, meetingTitle } from '../../domain/region/names.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import { runsOf } from '../../store/meeting/meeting-runs.ts'
import { type Meeting, meetingById, meetingsBetween } from '../../store/meeting/meetings.ts'
import type { BaseCall, Option, Outcome } from '../legacy/command.ts'

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
    const days = near.map((meeting) => meetingDate(call, meeting).toString())
    return near
      .map((meeting, at) => ({
        value: onlyOne(days, at) ?? meeting.id,
        label: `${writeDate(meetingDate(call, meeting), language)} ${meetingTitle(region, meeting)}`,
      }))
      .filter(({ label }) => label.includes(typed.trim()))
  },
}

/** The day says which, where no other meeting is on it. */
const onlyOne = (days: readonly string[], at: number): string | undefined =>
  days.filter((day) => day === days[at]).length === 1 ? days[at] : undefined

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
type Preference = (near: readonly Meeting[]) => Meeting | undefined | Promise<Meeting | undefined>

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
    const found = await prefer(near)
    return found ? fileOf(call, found.id) : refusing(words.noMeeting, words.noMeetingNext)
  }
  const date = readDate(named, call.today)
  const fitting = near.filter((meeting) =>
    date.ok
      ? meetingDate(call, meeting).equals(date.value)
      : meetingTitle(region, meeting).includes(named) || meetingName(call, meeting).startsWith(named),
  )
  const found = date.ok ? fitting[0] : await prefer(fitting)
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
  (now: Temporal.Instant) =>
  (near: readonly Meeting[]): Meeting | undefined =>
    near.find((meeting) => !isOver(meeting, now))

/** The last one that was begun here; else the last by the calendar. */
export const latest =
  ({ scope, now }: BaseCall): Preference =>
  async (near) => {
    const past = near.filter(({ startsAt }) => Temporal.Instant.compare(startsAt, now.add({ hours: 1 })) <= 0)
    const runs = await runsOf(
      scope,
      past.map(({ id }) => id),
    )
    const begun = new Set(runs.flatMap(({ meetingId, startedAt }) => (startedAt ? [meetingId] : [])))
    return past.findLast(({ id }) => begun.has(id)) ?? past.at(-1) ?? near[0]
  }
