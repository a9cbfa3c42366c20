import {
  addBusinessDays,
  firstBusinessDayOfWeek,
  isBusinessDay,
  type WorkingCalendar,
} from '../calendar/working-calendar.ts'

/** What is known about one person on the morning of `today`. */
export type DigestFacts<Monitoring, Meeting, Plan> = {
  /** Open due months up to this one, oldest first. */
  monitorings: (Monitoring & { dueMonth: Temporal.PlainYearMonth })[]
  /** Coming meetings that this person attends. */
  meetings: (Meeting & { date: Temporal.PlainDate })[]
  /** Meetings that take summaries, with this person's plans that have none yet, and when their agenda goes out. */
  toSubmit: { meeting: Meeting; requestFrom: Temporal.PlainDate; closes: Temporal.PlainDate; plans: Plan[] }[]
}

export type Digest<Monitoring, Meeting, Plan> = {
  overdue: Monitoring[]
  thisMonth: Monitoring[]
  meetings: Meeting[]
  toSubmit: { meeting: Meeting; closes: Temporal.PlainDate; plans: Plan[] }[]
}

/**
 * What is worth saying this morning. A person hears little (DESIGN truth 7): open monitoring is named on the first
 * business day of the week, a meeting on the business day before it, a missing summary daily from its request until
 * the agenda goes out.
 */
export const digestOf = <M, Me, P>(
  facts: DigestFacts<M, Me, P>,
  today: Temporal.PlainDate,
  calendar: WorkingCalendar,
): Digest<M, Me, P> => {
  const month = today.toPlainYearMonth()
  const tellsMonitoring = tellsMonitoringOn(today, calendar)
  const compare = Temporal.PlainYearMonth.compare
  const tomorrow = addBusinessDays(calendar, today, 1)
  return {
    overdue: tellsMonitoring ? facts.monitorings.filter((m) => compare(m.dueMonth, month) < 0) : [],
    thisMonth: tellsMonitoring ? facts.monitorings.filter((m) => compare(m.dueMonth, month) === 0) : [],
    meetings: facts.meetings.filter(
      ({ date }) =>
        Temporal.PlainDate.compare(date, today) > 0 &&
        (tomorrow === undefined || Temporal.PlainDate.compare(date, tomorrow) <= 0),
    ),
    toSubmit: facts.toSubmit
      .filter(({ requestFrom, closes, plans }) => plans.length > 0 && isWithin(today, requestFrom, closes))
      .map(({ meeting, closes, plans }) => ({ meeting, closes, plans })),
  }
}

/** The first business day of a week, and of a month, so that a month beginning midweek is not silent for days. */
const tellsMonitoringOn = (today: Temporal.PlainDate, calendar: WorkingCalendar): boolean => {
  if (!isBusinessDay(calendar, today)) return false
  const firstOfWeek = firstBusinessDayOfWeek(calendar, today)
  const before = addBusinessDays(calendar, today, -1)
  const newMonth = before === undefined || before.month !== today.month
  return newMonth || firstOfWeek?.equals(today) === true
}

const isWithin = (day: Temporal.PlainDate, from: Temporal.PlainDate, to: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(day, from) >= 0 && Temporal.PlainDate.compare(day, to) <= 0

export const isEmpty = (digest: Digest<unknown, unknown, unknown>): boolean =>
  digest.overdue.length + digest.thisMonth.length + digest.meetings.length + digest.toSubmit.length === 0
