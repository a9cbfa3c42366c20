export type OpenVisit = { id: string; officeId: string; visitorId: string; plannedOn: Temporal.PlainDate }
export type ToldVisit = OpenVisit & { why: 'soon' | 'today' | 'overdue' }
export type ReportedVisit = { id: string; officeId: string; doneOn: Temporal.PlainDate }

type Morning = { today: Temporal.PlainDate; since: Temporal.PlainDate }

const WEEK = { days: 7 }
const compare = Temporal.PlainDate.compare

/** A week ahead, on the day, and weekly from then on until it is reported. */
export const toldVisits = (
  open: readonly OpenVisit[],
  { today, since }: Morning,
  weekly: boolean,
): ToldVisit[] =>
  open.flatMap((one): ToldVisit[] => {
    const { plannedOn } = one
    if (plannedOn.equals(today)) return [{ ...one, why: 'today' }]
    if (compare(plannedOn, today) < 0) return weekly ? [{ ...one, why: 'overdue' }] : []
    const ahead = plannedOn.subtract(WEEK)
    const isNow = compare(ahead, since) > 0 && compare(ahead, today) <= 0
    return isNow ? [{ ...one, why: 'soon' }] : []
  })
