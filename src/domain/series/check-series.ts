import { fiscalYearOf } from '../calendar/fiscal-year.ts'
import { businessDaysOf, type WorkingCalendar } from '../calendar/working-calendar.ts'
import { occurrences } from './occurrences.ts'
import { type RuleFault, rruleDays, ruleThatWorks, syntaxFault } from './rrule.ts'
import type { DayPattern, SeriesRule } from './series-rule.ts'
import { eligibleDays } from './times-a-year.ts'

/** What a series cannot be, and what would work instead. */
export type SeriesFault =
  | RuleFault
  /** No day at all fits the rule; `works` is one near it that has days, where there is one. */
  | { reason: 'never'; works: string | undefined }
  /** The rule's days are all in months that the series leaves out. */
  | { reason: 'no-such-month' }
  /** `most`: so many can be spread over each fiscal year. */
  | { reason: 'too-many-a-year'; most: number }
  /** `most`: so many business days has each month. */
  | { reason: 'no-such-business-day'; most: number }
  /** Each of its days is closed, and there is no day to move to. */
  | { reason: 'never-open' }
  /** It gives way each time, and there is no day to move to. */
  | { reason: 'never-free' }

/** The longest a rule may pause and still count as one that yields days. */
const LONGEST_PAUSE = Temporal.Duration.from({ years: 5 })

/** Validates a series: refuses one that would never meet. A valid one is cheap to expand over any years. */
export const checkSeries = (
  rule: SeriesRule,
  calendar: WorkingCalendar,
): { ok: true } | { ok: false; fault: SeriesFault } => {
  const fault = patternFault(rule, rule.firstDate, calendar) ?? neverHeld(rule, calendar)
  return fault ? { ok: false, fault } : { ok: true }
}

/** What is wrong with one pattern of days, whatever the closed days. */
export const patternFault = (
  pattern: DayPattern & { months?: readonly number[] },
  firstDate: Temporal.PlainDate,
  calendar: WorkingCalendar,
): SeriesFault | undefined => {
  const { months } = pattern
  if ('rrule' in pattern) return rruleFault(pattern.rrule, firstDate, months)
  if ('timesAYear' in pattern) {
    const year = fiscalYearOf(firstDate)
    const found = Array.from(
      { length: CALENDAR_CYCLE_YEARS },
      (_, years) => eligibleDays(pattern, year + years, months).length,
    )
    const most = Math.min(...found)
    return pattern.timesAYear > most ? { reason: 'too-many-a-year', most } : undefined
  }
  const counts = Array.from({ length: 12 * LONGEST_PAUSE.years }, (_, at) =>
    firstDate.toPlainYearMonth().add({ months: at }),
  )
    .filter(({ month }) => months?.includes(month) ?? true)
    .map((month) => businessDaysOf(calendar, month).length)
  return pattern.businessDay === 0 || Math.abs(pattern.businessDay) > Math.max(...counts)
    ? { reason: 'no-such-business-day', most: Math.min(...counts) }
    : undefined
}

/** After so many years the weekdays fall on the same dates again. */
const CALENDAR_CYCLE_YEARS = 28

const rruleFault = (
  rrule: string,
  firstDate: Temporal.PlainDate,
  months: readonly number[] | undefined,
): SeriesFault | undefined => {
  const fault = syntaxFault(rrule)
  if (fault) return fault
  try {
    const found = rruleDays(rrule, firstDate, firstDate, firstDate.add(LONGEST_PAUSE))
    if (found.length === 0) return { reason: 'never', works: ruleThatWorks(rrule, hasDays(firstDate)) }
    return found.some(({ month }) => months?.includes(month) ?? true)
      ? undefined
      : { reason: 'no-such-month' }
  } catch (error) {
    return { reason: 'malformed', detail: error instanceof Error ? error.message : String(error) }
  }
}

const hasDays = (firstDate: Temporal.PlainDate) => (rrule: string) =>
  syntaxFault(rrule) === undefined &&
  rruleDays(rrule, firstDate, firstDate, firstDate.add(LONGEST_PAUSE)).length > 0

const neverHeld = (rule: SeriesRule, calendar: WorkingCalendar): SeriesFault | undefined => {
  const found = occurrences(rule, calendar, rule.firstDate, rule.firstDate.add(LONGEST_PAUSE))
  if (found.some((one) => 'date' in one)) return undefined
  const gave = found.some((one) => 'cancelled' in one && one.cancelled === 'gave-way')
  return { reason: gave ? 'never-free' : 'never-open' }
}
