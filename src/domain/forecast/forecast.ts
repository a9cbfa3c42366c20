/** What one month holds. `plansNeeded`: renewals and first plans together (必要計画数). */
export type MonthLoad = { monitoring: number; renewals: number; newPlans: number; plansNeeded: number }

type Opening = { newUsers: number; from: Temporal.PlainYearMonth }
export type ForecastFacts = {
  /** The first of the months. */
  from: Temporal.PlainYearMonth
  /** `fullTime`: consultants in full-time equivalents, where the region file says. */
  offices: { id: string; name: string; fullTime: number | undefined; opening: Opening | undefined }[]
  municipalities: { id: string; name: string }[]
  counts: {
    office: string
    municipality: string | null
    month: Temporal.PlainYearMonth
    monitoring: number
    renewals: number
    newPlans: number
  }[]
  selfPlans: { municipality: string; wished: number; unwished: number; cases: number }[]
}

export type OfficeForecast = {
  id: string
  name: string
  months: MonthLoad[]
  total: MonthLoad
  /** Monitoring and plans a month and full-time equivalent, on average; absent where nobody said how many there are. */
  perFullTime: number | undefined
  openings: number | undefined
}
type MunicipalityForecast = {
  id: string
  name: string
  months: MonthLoad[]
  total: MonthLoad
  /** セルフプラン, and of all open cases. */
  wished: number
  unwished: number
  selfPlanRate: number
}
export type Forecast = {
  months: Temporal.PlainYearMonth[]
  total: MonthLoad[]
  offices: OfficeForecast[]
  municipalities: MunicipalityForecast[]
  /** New users that the offices can take together, as they last said. */
  openings: number
}

const FORECAST_MONTHS = 12

/** Month by month what a region will have to do, for those who plan ahead (seed 000: 必要計画数と更新数の見える化). */
export const forecast = (facts: ForecastFacts): Forecast => {
  const months = Array.from({ length: FORECAST_MONTHS }, (_, index) => facts.from.add({ months: index }))
  const loads = (counts: ForecastFacts['counts']) => months.map((month) => loadOf(counts, month))
  return {
    months,
    total: loads(facts.counts),
    offices: facts.offices.map(({ id, name, fullTime, opening }) => {
      const own = loads(facts.counts.filter(({ office }) => office === id))
      const total = sumOf(own)
      const work = total.monitoring + total.plansNeeded
      return {
        id,
        name,
        months: own,
        total,
        perFullTime: fullTime ? work / FORECAST_MONTHS / fullTime : undefined,
        openings: opening?.newUsers,
      }
    }),
    municipalities: facts.municipalities.map(({ id, name }) => {
      const own = loads(facts.counts.filter(({ municipality }) => municipality === id))
      const plans = facts.selfPlans.find(({ municipality }) => municipality === id)
      const { wished = 0, unwished = 0, cases = 0 } = plans ?? {}
      const selfPlanRate = cases === 0 ? 0 : (wished + unwished) / cases
      return { id, name, months: own, total: sumOf(own), wished, unwished, selfPlanRate }
    }),
    openings: facts.offices.reduce((sum, { opening }) => sum + (opening?.newUsers ?? 0), 0),
  }
}

const NOTHING: MonthLoad = { monitoring: 0, renewals: 0, newPlans: 0, plansNeeded: 0 }

const added = (a: MonthLoad, b: Omit<MonthLoad, 'plansNeeded'>): MonthLoad => ({
  monitoring: a.monitoring + b.monitoring,
  renewals: a.renewals + b.renewals,
  newPlans: a.newPlans + b.newPlans,
  plansNeeded: a.plansNeeded + b.renewals + b.newPlans,
})

const loadOf = (counts: ForecastFacts['counts'], month: Temporal.PlainYearMonth): MonthLoad =>
  counts.filter((one) => one.month.equals(month)).reduce<MonthLoad>(added, NOTHING)

const sumOf = (loads: readonly MonthLoad[]): MonthLoad => loads.reduce<MonthLoad>(added, NOTHING)
