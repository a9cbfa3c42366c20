import { memoize } from '../calendar/memoize.ts'
import { type Morning, tellsOpenWork, weekly } from '../digest/morning.ts'
import { escalatesOn } from './renewal.ts'

type Carried = { code: string; memberId: string }
/** A due month that nobody has recorded. */
export type OpenMonth = Carried & { id: string; dueMonth: Temporal.PlainYearMonth }
/** A month in which the person could not be met. */
export type NotMet = Carried & { dueMonth: Temporal.PlainYearMonth }
/** An interval that waits for the municipality's decision. */
export type ProposedInterval = Carried & { id: string; intervalMonths: number; isNew: boolean }
/** What the municipality said to a proposed interval. */
export type DecidedInterval = Carried & {
  intervalMonths: number
  from: Temporal.PlainYearMonth
  decision: 'accepted' | 'declined' | null
}

const compare = Temporal.PlainYearMonth.compare

export const isBefore = (month: Temporal.PlainYearMonth, { today }: Morning): boolean =>
  compare(month, today.toPlainYearMonth()) < 0

/** Named weekly. */
export const overdueMonths = (open: readonly OpenMonth[], morning: Morning): readonly OpenMonth[] =>
  weekly(
    open.filter(({ dueMonth }) => isBefore(dueMonth, morning)),
    morning,
  )

/** Named weekly. */
export const monthsOfNow = (open: readonly OpenMonth[], morning: Morning): readonly OpenMonth[] =>
  weekly(
    open.filter(({ dueMonth }) => dueMonth.equals(morning.today.toPlainYearMonth())),
    morning,
  )

const monthsTold = memoize<Morning, boolean>()

/** What others left open: on the day the grace ends, and weekly from then on. */
export const escalatedMonths = (open: readonly OpenMonth[], morning: Morning): readonly OpenMonth[] =>
  open.filter(({ dueMonth }) =>
    monthsTold(morning, dueMonth.toString(), () => {
      const { today, since, calendar, settings } = morning
      const from = escalatesOn(dueMonth, settings.overdueGraceBusinessDays, calendar)
      if (from === undefined || Temporal.PlainDate.compare(from, today) > 0) return false
      return Temporal.PlainDate.compare(from, since) > 0 || tellsOpenWork(morning)
    }),
  )
