import { RRuleTemporal } from 'rrule-temporal'
import { isBusinessDay, type WorkingCalendar } from '../calendar/working-calendar.ts'
import { type RuleFault, syntaxFault } from './rule-syntax.ts'

/** 定例会議: an RFC 5545 rule that `checkRule` lets pass, the day it starts from, and what it does on a closed day. */
export type SeriesRule = {
  rrule: string
  firstDate: Temporal.PlainDate
  onClosedDay: 'previous' | 'next' | 'skip'
}

/** `nominal` is the day the rule names, and the occurrence's identity wherever it is held. */
export type Occurrence =
  | { nominal: Temporal.PlainDate; date: Temporal.PlainDate; moved: boolean }
  | { nominal: Temporal.PlainDate; cancelled: 'closed-day' }

/** The longest a rule may pause and still count as one that yields days. */
const LONGEST_PAUSE = Temporal.Duration.from({ years: 5 })

/** Refuses what is no rule for meetings: see the reasons. What passes is cheap to expand over any years. */
export const checkRule = (
  rrule: string,
  firstDate: Temporal.PlainDate,
): { ok: true } | { ok: false; fault: RuleFault } => {
  const fault = syntaxFault(rrule)
  if (fault) return { ok: false, fault }
  try {
    const found = nominalDays(rrule, firstDate, firstDate, firstDate.add(LONGEST_PAUSE))
    return found.length > 0 ? { ok: true } : { ok: false, fault: { reason: 'never' } }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return { ok: false, fault: { reason: 'malformed', detail } }
  }
}

/** A meeting moved further would no longer be that meeting. */
const FARTHEST_MOVE_DAYS = 14

/**
 * The occurrences whose nominal day lies within [from, to], in order, whatever day they move to: an occurrence belongs
 * to the window of its nominal day, and is the same in every window. One on a closed day moves to the nearest open day
 * in the series' direction that no other occurrence holds, but not past the next closed day and not over two weeks;
 * where there is none it is cancelled. Several of one closed stretch keep their order. Bounded: one a day at most.
 */
export const occurrences = (
  rule: SeriesRule,
  calendar: WorkingCalendar,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Occurrence[] => {
  const around = { days: 2 * FARTHEST_MOVE_DAYS }
  const nominals = nominalDays(rule.rrule, rule.firstDate, from.subtract(around), to.add(around))
  const named = new Set(nominals.map(String))
  const compare = Temporal.PlainDate.compare
  return nominals
    .filter((nominal) => compare(nominal, from) >= 0 && compare(nominal, to) <= 0)
    .map((nominal): Occurrence => {
      if (isBusinessDay(calendar, nominal)) return { nominal, date: nominal, moved: false }
      const date =
        rule.onClosedDay === 'skip'
          ? undefined
          : movedDay(calendar, nominal, rule.onClosedDay === 'next' ? 1 : -1, named)
      return date ? { nominal, date, moved: true } : { nominal, cancelled: 'closed-day' }
    })
}

/**
 * The open days that follow a closed stretch are its own, so no other stretch's occurrence can want them: those of
 * this stretch that come before this one in line take the first ones.
 */
const movedDay = (
  calendar: WorkingCalendar,
  nominal: Temporal.PlainDate,
  step: 1 | -1,
  named: ReadonlySet<string>,
): Temporal.PlainDate | undefined => {
  const near = (day: Temporal.PlainDate, other: Temporal.PlainDate) =>
    Math.abs(day.until(other).days) <= FARTHEST_MOVE_DAYS
  let edge = nominal
  while (!isBusinessDay(calendar, edge)) {
    edge = edge.add({ days: step })
    if (!near(nominal, edge)) return undefined
  }
  let inLine = 0
  for (
    let day = nominal.subtract({ days: step });
    near(day, edge) && !isBusinessDay(calendar, day);
    day = day.subtract({ days: step })
  )
    if (named.has(day.toString())) inLine += 1
  for (let day = edge; near(nominal, day) && isBusinessDay(calendar, day); day = day.add({ days: step })) {
    if (named.has(day.toString())) continue
    if (inLine === 0) return day
    inLine -= 1
  }
  return undefined
}

/** Two and a half centuries of days: more than any window holds. */
const MOST_STEPS = 100_000

/** The days that the rule alone names. In UTC, where every day has a midnight. */
const nominalDays = (
  rrule: string,
  firstDate: Temporal.PlainDate,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Temporal.PlainDate[] => {
  const start = firstDate.toString().replaceAll('-', '')
  const timed = rrule.toUpperCase().replace(/(UNTIL=\d{8})(?!T)/, '$1T000000Z')
  const rule = new RRuleTemporal({
    rruleString: `DTSTART;TZID=UTC:${start}T000000\nRRULE:${timed}`,
    strict: true,
    maxIterations: MOST_STEPS,
  })
  const inUtc = (day: Temporal.PlainDate) => day.toZonedDateTime('UTC')
  return rule.between(inUtc(from), inUtc(to), true).map((found) => found.toPlainDate())
}
