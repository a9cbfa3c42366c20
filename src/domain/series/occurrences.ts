import { RRuleTemporal } from 'rrule-temporal'
import {
  businessDayOnOrAfter,
  businessDayOnOrBefore,
  isBusinessDay,
  type WorkingCalendar,
} from '../calendar/working-calendar.ts'

/** 定例会議: an RFC 5545 rule, the day it starts to count from, and what it does on a closed day. */
export type SeriesRule = {
  rrule: string
  firstDate: Temporal.PlainDate
  onClosedDay: 'previous' | 'next' | 'skip'
}

/** `nominal` is the day the rule names, and the occurrence's identity wherever it is held. */
export type Occurrence =
  | { nominal: Temporal.PlainDate; date: Temporal.PlainDate; moved: boolean }
  | { nominal: Temporal.PlainDate; cancelled: 'closed-day' }

export type RuleFault =
  | { reason: 'malformed'; detail: string }
  /** Meetings are daily at the most. */
  | { reason: 'too-frequent' }
  /** A meeting's time and dates are the series' own. */
  | { reason: 'own-time' }
  | { reason: 'never' }

/** The longest a rule may pause and still count as one that yields days. */
const LONGEST_PAUSE = Temporal.Duration.from({ years: 5 })

export const checkRule = (
  rrule: string,
  firstDate: Temporal.PlainDate,
): { ok: true } | { ok: false; fault: RuleFault } => {
  const no = (fault: RuleFault) => ({ ok: false as const, fault })
  if (/FREQ=(SECONDLY|MINUTELY|HOURLY)/i.test(rrule)) return no({ reason: 'too-frequent' })
  if (/DTSTART|BYHOUR|BYMINUTE|BYSECOND|TZID|\n/i.test(rrule)) return no({ reason: 'own-time' })
  if (!/FREQ=(YEARLY|MONTHLY|WEEKLY|DAILY)/i.test(rrule)) return no({ reason: 'malformed', detail: 'FREQ' })
  try {
    const found = nominalDays(rrule, firstDate, firstDate, firstDate.add(LONGEST_PAUSE))
    return found.length > 0 ? { ok: true } : no({ reason: 'never' })
  } catch (error) {
    return no({ reason: 'malformed', detail: error instanceof Error ? error.message : String(error) })
  }
}

/**
 * The occurrences whose nominal day lies within [from, to], in order. A nominal day that is closed moves to the
 * nearest open day before or after it that no other occurrence holds, or is cancelled. Pure and bounded: at most one
 * occurrence a day.
 */
export const occurrences = (
  rule: SeriesRule,
  calendar: WorkingCalendar,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Occurrence[] => {
  const nominals = nominalDays(rule.rrule, rule.firstDate, from, to)
  const held = new Set(nominals.filter((day) => isBusinessDay(calendar, day)).map(String))
  return nominals.map((nominal): Occurrence => {
    if (held.has(nominal.toString())) return { nominal, date: nominal, moved: false }
    const date = rule.onClosedDay === 'skip' ? undefined : openDay(calendar, nominal, rule.onClosedDay, held)
    if (!date) return { nominal, cancelled: 'closed-day' }
    held.add(date.toString())
    return { nominal, date, moved: true }
  })
}

/** A move that would take a meeting further than this is no move of it any more. */
const FARTHEST_MOVE_DAYS = 14

const openDay = (
  calendar: WorkingCalendar,
  nominal: Temporal.PlainDate,
  direction: 'previous' | 'next',
  held: ReadonlySet<string>,
): Temporal.PlainDate | undefined => {
  const step = direction === 'next' ? 1 : -1
  const find = direction === 'next' ? businessDayOnOrAfter : businessDayOnOrBefore
  let day = find(calendar, nominal)
  while (day && held.has(day.toString())) day = find(calendar, day.add({ days: step }))
  return day && Math.abs(nominal.until(day).days) <= FARTHEST_MOVE_DAYS ? day : undefined
}

const nominalDays = (
  rrule: string,
  firstDate: Temporal.PlainDate,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Temporal.PlainDate[] => {
  const start = firstDate.toString().replaceAll('-', '')
  const rule = new RRuleTemporal({ rruleString: `DTSTART;TZID=UTC:${start}T000000\nRRULE:${rrule}` })
  const inUtc = (day: Temporal.PlainDate) => day.toZonedDateTime('UTC')
  return rule.between(inUtc(from), inUtc(to), true).map((found) => found.toPlainDate())
}
