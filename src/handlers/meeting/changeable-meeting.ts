import { z } from 'zod'
import { refusalCard } from '../../cards/answer.ts'
import { whichMeetingCard } from '../../cards/meeting.ts'
import { readDate } from '../../domain/date-text/read-date.ts'
import { cancelledByHand, type Meeting, meetingById, meetingsBetween } from '../../store/meetings.ts'
import type { BaseCall, Option, Outcome } from '../command.ts'
import { seriesName } from '../names.ts'
import { optionalMeeting } from '../options.ts'

const onOption: Option<string> = {
  schema: z.string().trim().min(1).max(30),
  required: false,
  words: (t) => t.commands.options.on,
}

/** A meeting by its button, or by its date. */
export const meetingOptions = { on: onOption, meeting: optionalMeeting }

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
  among: 'held' | 'cancelled' = 'held',
): Promise<Found> => {
  const { scope, region, now, today, language, text, options } = call
  const words = text.meetings.which
  if (options.meeting !== undefined) return namedMeeting(call, options.meeting)
  const on = options.on === undefined ? undefined : readDate(options.on, today)
  if (on && !on.ok) return refused(words.date)
  const coming =
    among === 'held'
      ? await meetingsBetween(scope, now, now.add({ hours: AHEAD_HOURS }))
      : await cancelledByHand(scope, now, MOST_CHOICES)
  const local = (meeting: Meeting) => meeting.startsAt.toZonedDateTimeISO(region.timeZone)
  const fitting = coming.filter((meeting) => !on || local(meeting).toPlainDate().equals(on.value))
  const [only, ...more] = fitting
  if (!only) return refused(words.none, words.noneNext)
  if (on && more.length === 0) return { ok: true, meeting: only }
  const lines = fitting.slice(0, MOST_CHOICES).map((meeting) => ({
    id: meeting.id,
    name: seriesName(region, meeting.seriesId),
    startsAt: local(meeting),
  }))
  return { ok: false, outcome: { kind: 'say', card: whichMeetingCard(command, lines, language, text) } }
}

const namedMeeting = async ({ scope, now, text }: BaseCall, id: string): Promise<Found> => {
  const words = text.meetings.which
  const meeting = await meetingById(scope, id)
  if (!meeting) return refused(words.gone)
  return Temporal.Instant.compare(meeting.startsAt, now) <= 0 ? refused(words.past) : { ok: true, meeting }
}

/** A meeting that is held: a cancelled one is taken back first. */
export const heldMeeting = (found: Found, { text }: Pick<BaseCall, 'text'>): Found =>
  found.ok && found.meeting.cancelled !== null
    ? refused(text.meetings.which.cancelled, text.meetings.which.cancelledNext)
    : found
