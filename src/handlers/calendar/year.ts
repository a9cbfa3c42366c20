import { createHash } from 'node:crypto'
import { z } from 'zod'
import { confirmYear } from '../../actions/calendar/confirm-year.ts'
import { planMeetings } from '../../actions/meeting/meeting-plan.ts'
import { refusalCard } from '../../cards/answer.ts'
import { confirmedYearCard, yearCalendarCard } from '../../cards/calendar-year.ts'
import { type FiscalYear, firstDayOf, fiscalYearOf, lastDayOf } from '../../domain/calendar/fiscal-year.ts'
import { writeFiscalYear } from '../../domain/calendar/write-date.ts'
import { bodyName, memberName } from '../../domain/region/names.ts'
import { type YearCalendar, yearCalendar } from '../../domain/series/year-calendar.ts'
import { confirmedYear } from '../../store/calendar/calendar-years.ts'
import { occurrencesBetween } from '../../store/meeting/meetings.ts'
import { type BaseCall, command, type Option, type Outcome } from '../command.ts'

const MONTHS_BEFORE_NEXT_YEAR = 3

const yearOption = (required: boolean): Option<string> => ({
  schema: z
    .string()
    .transform((typed) => typed.normalize('NFKC').trim())
    .pipe(z.string().regex(/^(?:R?\d{1,2}|\d{4})(?:年度)?$/i)),
  required,
  words: (t) => t.commands.options.year,
  suggest: async ({ today, language }, typed) =>
    [fiscalYearOf(today), fiscalYearOf(today) + 1]
      .map((year) => ({ value: String(year), label: writeFiscalYear(year, language) }))
      .filter(({ value, label }) => `${value} ${label}`.includes(typed.trim())),
})
const seenOption: Option<string> = {
  schema: z.string().max(20),
  required: true,
  hidden: true,
  words: (t) => t.commands.options.seen,
}

/** `/meeting year [year]`: a fiscal year's calendar of all series, proposed at once with its clashes. */
export const meetingYear = command({
  id: 'meeting.year',
  words: {
    noun: (t) => t.commands.meeting.noun,
    verb: (t) => t.commands.meeting.year.verb,
    description: (t) => t.commands.meeting.year.description,
  },
  permission: 'meeting.change',
  options: { year: yearOption(false) },
  run: async (call) => {
    const found = await calendarOfYear(call, call.options.year)
    return found.ok ? { kind: 'say', card: await cardOf(call, found) } : found.refusal
  },
})

/** The button under a year's calendar: fixed as it is, and announced once in each body's channel. */
export const confirmMeetingYear = command({
  id: 'meeting.confirm',
  words: {
    noun: (t) => t.commands.meeting.noun,
    verb: (t) => t.commands.meeting.year.verb,
    description: (t) => t.commands.meeting.year.description,
  },
  hidden: true,
  permission: 'meeting.change',
  options: { year: yearOption(true), seen: seenOption },
  run: async (call) => {
    const { scope, asker, now, language, text, options } = call
    const found = await calendarOfYear(call, options.year)
    if (!found.ok) return found.refusal
    if (found.seen !== options.seen) {
      const card = await cardOf(call, found)
      const note = { part: 'note' as const, text: text.meetings.year.meanwhile }
      return { kind: 'say', card: { ...card, parts: [note, ...card.parts] } }
    }
    const kept = found.calendar.clashes.length
    if (!(await confirmYear(scope, found.year, kept, asker.memberId, now)))
      return { kind: 'say', card: await cardOf(call, found) }
    return { kind: 'say', card: confirmedYearCard(found.year, language, text) }
  },
})

type Found = { year: FiscalYear; calendar: YearCalendar; seen: string }

const calendarOfYear = async (
  call: BaseCall,
  typed: string | undefined,
): Promise<({ ok: true } & Found) | { ok: false; refusal: Outcome }> => {
  const { scope, region, now, today, language, text } = call
  const words = text.meetings.year
  const refuse = (heading: string) => ({
    ok: false as const,
    refusal: { kind: 'refuse', card: refusalCard('meeting.refused', heading) } satisfies Outcome,
  })
  if (region.series.length === 0) return refuse(words.none)
  const current = fiscalYearOf(today)
  const year = typed === undefined ? usualYear(today) : readYear(typed)
  if (year !== current && year !== current + 1)
    return refuse(words.wrongYear(writeFiscalYear(current, language), writeFiscalYear(current + 1, language)))
  await planMeetings(scope, region, now, lastDayOf(year))
  const planned = await occurrencesBetween(scope, firstDayOf(year), lastDayOf(year))
  const calendar = yearCalendar(region, planned)
  return { ok: true, year, calendar, seen: fingerprint(calendar) }
}

/** In the last months of a fiscal year people plan the next. */
const usualYear = (today: Temporal.PlainDate): FiscalYear =>
  fiscalYearOf(today.add({ months: MONTHS_BEFORE_NEXT_YEAR }))

const REIWA_BEFORE_FIRST = 2018

/** `2027`, `R9`, `9年度` */
const readYear = (typed: string): FiscalYear => {
  const number = Number(/\d+/.exec(typed)?.[0])
  return number < 100 ? REIWA_BEFORE_FIRST + number : number
}

const fingerprint = ({ series }: YearCalendar): string => {
  const all = series.flatMap(({ meetings }) => meetings.map(({ id, startsAt }) => `${id} ${startsAt}`))
  return createHash('sha256').update(all.join('\n')).digest('hex').slice(0, 12)
}

const cardOf = async ({ scope, region, language, text }: BaseCall, found: Found) => {
  const confirmedAt = await confirmedYear(scope, found.year)
  const names = {
    member: (id: string) => memberName(region, id),
    body: (id: string) => bodyName(region, id),
  }
  const confirmed = confirmedAt?.toZonedDateTimeISO(region.timeZone)
  return yearCalendarCard({ ...found, names, confirmed }, language, text)
}
