import { createHash } from 'node:crypto'
import { z } from 'zod'
import { confirmYear } from '../../actions/calendar/confirm-year.ts'
import { planMeetings } from '../../actions/meeting/meeting-plan.ts'
import { note, type Part, present } from '../../bot/card.ts'
import { noticeCard } from '../../cards/answer.ts'
import { confirmedYearCard, yearCalendarCard } from '../../cards/calendar-year.ts'
import { type FiscalYear, firstDayOf, fiscalYearOf, lastDayOf } from '../../domain/calendar/fiscal-year.ts'
import { writeFiscalYear } from '../../domain/calendar/write-date.ts'
import { bodyName, memberName } from '../../domain/region/names.ts'
import { type YearCalendar, yearCalendar } from '../../domain/series/year-calendar.ts'
import { confirmedYear } from '../../store/calendar/calendar-years.ts'
import { occurrencesBetween } from '../../store/meeting/meetings.ts'
import { refuse, say } from '../answer.ts'
import { argument, carried, type Option, required, typed } from '../arguments.ts'
import type { Call } from '../call.ts'
import { command } from '../command.ts'

const MONTHS_BEFORE_NEXT_YEAR = 3

const yearText = z
  .string()
  .transform((written) => written.normalize('NFKC').trim())
  .pipe(z.string().regex(/^(?:R?\d{1,2}|\d{4})(?:年度)?$/i))

const yearOption = typed(yearText, ({ today, language }, written) =>
  [fiscalYearOf(today), fiscalYearOf(today) + 1]
    .map((year) => ({ value: String(year), label: writeFiscalYear(year, language) }))
    .filter(({ value, label }) => `${value} ${label}`.includes(written.trim())),
)

type Planned = { year: FiscalYear; calendar: YearCalendar; seen: string }

/** The meetings of this fiscal year or the next; plans those that are missing. */
const planned = async (call: Call, written: string | undefined): Promise<Planned> => {
  const { scope, region, now, today, language, text } = call
  const words = text.meetings.year
  const refused = (heading: string) => refuse(noticeCard('meeting.refused', heading))
  if (region.series.length === 0) throw refused(words.none)
  const current = fiscalYearOf(today)
  const year = written === undefined ? usualYear(today) : readYear(written)
  if (year !== current && year !== current + 1)
    throw refused(words.wrongYear(writeFiscalYear(current, language), writeFiscalYear(current + 1, language)))
  await planMeetings(scope, region, now, lastDayOf(year))
  const calendar = yearCalendar(region, await occurrencesBetween(scope, firstDayOf(year), lastDayOf(year)))
  return { year, calendar, seen: fingerprint(calendar) }
}

const yearArgument = (year: Option<string>) =>
  argument({ options: { year }, resolve: (call, given) => planned(call, given.year) })

/** `/meeting year [year]`: a fiscal year's calendar of all series, proposed at once with its clashes. */
export const meetingYear = command('meeting.year', {
  permission: 'meeting.change',
  args: { of: yearArgument(yearOption) },
  run: async ({ args, ...call }) => say(await cardOf(call, args.of)),
})

/**
 * The button under a year's calendar: confirms it as it is, and announces it once in each body's channel. Where it
 * changed since it was shown, answers with the new one. That is no refusal: a refusal would roll back what was planned
 * for it.
 */
export const confirmMeetingYear = command('meeting.confirm', {
  hidden: true,
  permission: 'meeting.change',
  args: {
    of: argument({
      options: { year: required(yearOption) },
      resolve: (call, { year }) => planned(call, year),
    }),
    seen: required(carried(z.string().max(20))),
  },
  run: async ({ args: { of, seen }, words, ...call }) => {
    const { scope, asker, now, language, text } = call
    if (of.seen !== seen) {
      const card = await cardOf(call, of)
      return say({ ...card, parts: present<Part>(note(words.meanwhile), card.parts) })
    }
    const confirmed = await confirmYear(scope, of.year, of.calendar.clashes.length, asker.memberId, now)
    return say(confirmed ? confirmedYearCard(of.year, language, text) : await cardOf(call, of))
  },
})

/** Defaults to the next fiscal year in the last months of this one, when people plan it. */
const usualYear = (today: Temporal.PlainDate): FiscalYear =>
  fiscalYearOf(today.add({ months: MONTHS_BEFORE_NEXT_YEAR }))

const REIWA_BEFORE_FIRST = 2018

/** `2027`, `R9`, `9年度` */
const readYear = (written: string): FiscalYear => {
  const number = Number(/\d+/.exec(written)?.[0])
  return number < 100 ? REIWA_BEFORE_FIRST + number : number
}

const fingerprint = ({ series }: YearCalendar): string => {
  const all = series.flatMap(({ meetings }) => meetings.map(({ id, startsAt }) => `${id} ${startsAt}`))
  return createHash('sha256').update(all.join('\n')).digest('hex').slice(0, 12)
}

const cardOf = async ({ scope, region, language, text }: Call, shown: Planned) => {
  const confirmedAt = await confirmedYear(scope, shown.year)
  const names = {
    member: (id: string) => memberName(region, id),
    body: (id: string) => bodyName(region, id),
  }
  const confirmed = confirmedAt?.toZonedDateTimeISO(region.timeZone)
  return yearCalendarCard({ ...shown, names, confirmed }, language, text)
}
