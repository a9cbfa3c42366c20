import { z } from 'zod'
import { refusalCard } from '../../cards/answer.ts'
import { whichMeetingCard } from '../../cards/meeting/meeting.ts'
import { readDate } from '../../domain/calendar/read-date.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { meetingTitle } from '../../domain/region/names.ts'
import {
  cancelledByHand,
  type Meeting,
  meetingById,
  meetingsBetween,
  occurrencesBetween,
} from '../../store/meeting/meetings.ts'
import type { BaseCall, Option, Outcome } from '../legacy/command.ts'
import { optionalMeeting } from '../legacy/options.ts'

type Among = 'held' | 'cancelled'

/** The days that such a meeting is on, said as people write them. */
const onOption = (among: Among): Option<string> => ({
  schema: z.string().trim().min(1).max(30),
  required: false,
  words: (t) => t.commands.options.on,
  suggest: async (call, typed) => {
    const { region, language } = call
    const days = (await comingMeetings(call, among)).map((meeting) => {
      const day = meeting.startsAt.toZonedDateTimeISO(region.timeZone).toPlainDate()
      return { value: day.toString(), label: `${writeDate(day, language)} ${meetingTitle(region, meeting)}` }
    })
    return days.filter(({ value, label }) => `${value} ${label}`.includes(typed.trim()))
  },
})

/** A meeting by its button, or by its date. */
export const meetingOptions = (among: Among) => ({ on: onOption(among), meeting: optionalMeeting })

type Given = { meeting?: string | undefined; on?: string | undefined }
type Found = { ok: true; meeting: Meeting } | { ok: false; outcome: Outcome }

/** Far enough for a fiscal year that is planned before it begins. */
const AHEAD_HOURS = 24 * 430
const MOST_CHOICES = 25

const refused = (heading: string, next?: string): Found => ({
  ok: false,
  outcome: { kind: 'refuse', card: refusalCard('meeting.refused', heading, next) },
})

/** The coming meeting that is meant; where several may be, the question which. `cancelled`: among those called off. */
export const whichMeeting = async (
  call: BaseCall & { options: Given },
  command: string,
  among: Among = 'held',
): Promise<Found> => {
  const { region, today, language, text, options } = call
  const words = text.meetings.which
  if (options.meeting !== undefined) return namedMeeting(call, options.meeting)
  const on = options.on === undefined ? undefined : readDate(options.on, today)
  if (on && !on.ok) return refused(words.date)
  const coming = await comingMeetings(call, among)
  const local = (meeting: Meeting) => meeting.startsAt.toZonedDateTimeISO(region.timeZone)
  const fitting = coming.filter((meeting) => !on || local(meeting).toPlainDate().equals(on.value))
  const [only, ...more] = fitting
  const skipped = only || !on || among === 'cancelled' ? undefined : await skippedOn(call, on.value)
  if (skipped) return { ok: true, meeting: skipped }
  if (!only) return refused(words.none, words.noneNext)
  if (on && more.length === 0) return { ok: true, meeting: only }
  const lines = fitting.slice(0, MOST_CHOICES).map((meeting) => ({
    id: meeting.id,
    name: meetingTitle(region, meeting),
    startsAt: local(meeting),
  }))
  return { ok: false, outcome: { kind: 'say', card: whichMeetingCard(command, lines, language, text) } }
}

const comingMeetings = ({ scope, now }: BaseCall, among: Among): Promise<Meeting[]> =>
  among === 'held'
    ? meetingsBetween(scope, now, now.add({ hours: AHEAD_HOURS }))
    : cancelledByHand(scope, now, MOST_CHOICES)

/** The one meeting that its series leaves out on this day, because it is closed. */
const skippedOn = async ({ scope, now }: BaseCall, day: Temporal.PlainDate): Promise<Meeting | undefined> => {
  const planned = await occurrencesBetween(scope, day, day)
  const skipped = planned.filter(
    ({ cancelled, startsAt }) => cancelled === 'closed_day' && Temporal.Instant.compare(startsAt, now) > 0,
  )
  return skipped.length === 1 ? skipped[0] : undefined
}

const namedMeeting = async ({ scope, now, text }: BaseCall, id: string): Promise<Found> => {
  const words = text.meetings.which
  const meeting = await meetingById(scope, id)
  if (!meeting) return refused(words.gone)
  return Temporal.Instant.compare(meeting.startsAt, now) <= 0 ? refused(words.past) : { ok: true, meeting }
}

/** What people cancelled is taken back first. A meeting that its series leaves out may still be given a day. */
export const heldMeeting = (found: Found, { text }: Pick<BaseCall, 'text'>, leftOut: 'too' | 'not'): Found =>
  found.ok && found.meeting.cancelled !== null && (leftOut === 'not' || found.meeting.cancelled === 'by_hand')
    ? refused(text.meetings.which.cancelled, text.meetings.which.cancelledNext)
    : found
