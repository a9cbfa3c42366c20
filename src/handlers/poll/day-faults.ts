import { usualSpan } from '../../actions/poll/poll-facts.ts'
import { isBusinessDay } from '../../domain/calendar/working-calendar.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { closesAt, firstOfferable } from '../../domain/poll/poll-times.ts'
import { calendarOf } from '../../domain/region/calendar.ts'
import type { Call } from '../call.ts'

const FARTHEST_DAYS = 120

const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) < 0

/** Why a poll with this deadline cannot offer a day so early. */
export const tooEarly = (
  { region, today, language, text }: Call,
  day: Temporal.PlainDate,
  deadline: Temporal.PlainDate,
): string | undefined => {
  const words = text.commands.meeting.find
  const first = firstOfferable(calendarOf(region), deadline)
  if (isBefore(day, today)) return words.past
  return first && isBefore(day, first) ? words.tooSoon(writeDate(first, language)) : undefined
}

export const tooFar = ({ today, language, text }: Call, day: Temporal.PlainDate): string | undefined => {
  const last = today.add({ days: FARTHEST_DAYS })
  return isBefore(last, day) ? text.commands.meeting.find.tooFar(writeDate(last, language)) : undefined
}

type Spans = { from: Temporal.PlainDate; to: Temporal.PlainDate; deadline: Temporal.PlainDate }

/** What is wrong with the days between which a poll is to look, and with its deadline. */
export const spanFaults = (call: Call, { from, to, deadline }: Spans): Record<string, string | undefined> => {
  const { region, today, now, language, text } = call
  const words = text.commands.meeting.find
  const calendar = calendarOf(region)
  const usual = writeDate(usualSpan(region, today).deadline, language)
  const isOver = Temporal.Instant.compare(closesAt(calendar, deadline), now) <= 0
  const isOpen = isBusinessDay(calendar, deadline)
  return {
    deadline: isOver ? words.deadlinePast : isOpen ? undefined : words.deadlineClosed(usual),
    from: tooEarly(call, from, deadline),
    to: isBefore(to, from) ? words.endBeforeStart : tooFar(call, to),
  }
}
