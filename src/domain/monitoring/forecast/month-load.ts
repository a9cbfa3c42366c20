/** What one month holds. `plansNeeded`: renewals and first plans together (必要計画数). */
export type MonthLoad = { monitoring: number; renewals: number; newPlans: number; plansNeeded: number }

/** What is counted of one office and municipality in a month. */
export type MonthCount = {
  office: string
  /** Of the decision; null where the case has none yet. */
  municipality: string | null
  month: Temporal.PlainYearMonth
  monitoring: number
  renewals: number
  newPlans: number
}

type Counted = Omit<MonthLoad, 'plansNeeded'>

const NOTHING: MonthLoad = { monitoring: 0, renewals: 0, newPlans: 0, plansNeeded: 0 }

const added = (a: MonthLoad, b: Counted): MonthLoad => ({
  monitoring: a.monitoring + b.monitoring,
  renewals: a.renewals + b.renewals,
  newPlans: a.newPlans + b.newPlans,
  plansNeeded: a.plansNeeded + b.renewals + b.newPlans,
})

/** A load for each month, in their order; counts of other months are left out. */
export const loadsOf = (
  counts: readonly MonthCount[],
  months: readonly Temporal.PlainYearMonth[],
): MonthLoad[] => {
  const byMonth = Map.groupBy(counts, ({ month }) => month.toString())
  return months.map((month) => sumOf(byMonth.get(month.toString()) ?? []))
}

export const sumOf = (loads: readonly Counted[]): MonthLoad => loads.reduce<MonthLoad>(added, NOTHING)

/** Monitoring and plans together: what somebody has to do. */
export const workOf = ({ monitoring, plansNeeded }: MonthLoad): number => monitoring + plansNeeded
