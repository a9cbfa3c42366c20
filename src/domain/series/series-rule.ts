import type { FiscalYear } from '../calendar/fiscal-year.ts'
import type { Weekday } from '../calendar/weekday.ts'

/** Which days a series names, as long as nothing is in the way. */
export type DayPattern =
  /** An RFC 5545 rule that `ruleFault` lets pass. */
  | { rrule: string }
  /** So many in each fiscal year, spread evenly over its days of this weekday; `nth` of the month, -1 the last. */
  | { timesAYear: number; weekday: Weekday; nth?: readonly number[] }
  /** Each month's n-th business day; -1 the last, -3 the third from the end. */
  | { businessDay: number }

/** Only days of these months count. */
type InMonths = { months?: readonly number[] }

/** Another pattern in one fiscal year, or in every so many from it on. */
export type YearPattern = { year: FiscalYear; every?: number; pattern: DayPattern & InMonths }

/** What it does when the other meets on its day, or in its week (Monday to Sunday). */
export type GivesWay = { to: SeriesRule; within: 'day' | 'week'; moveTo: 'previous' | 'next' | 'skip' }

/** 定例会議: the days a series names from its first one on, and what it does when a day is closed or another's. */
export type SeriesRule = DayPattern &
  InMonths & {
    firstDate: Temporal.PlainDate
    onClosedDay: 'previous' | 'next' | 'skip' | 'weekday'
    /** For `weekday`: the days of the same week (Monday to Sunday) to try, in this order. */
    closedDayWeekdays?: readonly Weekday[]
    inYears?: readonly YearPattern[]
    givesWayTo?: readonly GivesWay[]
    /** What people decided since: from a nominal day on, so many days later, or earlier, than the pattern names. */
    shifts?: readonly Shift[]
  }

type Shift = { from: Temporal.PlainDate; days: number }

/** A series moved further is another series. */
export const FARTHEST_SHIFT_DAYS = 28

/** The day that the series wants in place of the one its pattern names: the latest decision counts. */
export const shifted = ({ shifts = [] }: SeriesRule, nominal: Temporal.PlainDate): Temporal.PlainDate => {
  const compare = Temporal.PlainDate.compare
  const decided = shifts
    .filter(({ from }) => compare(from, nominal) <= 0)
    .reduce<Shift | undefined>(
      (last, one) => (last && compare(last.from, one.from) > 0 ? last : one),
      undefined,
    )
  return nominal.add({ days: decided?.days ?? 0 })
}
