import { loadsOf, type MonthCount, type MonthLoad, sumOf, workOf } from './month-load.ts'

/** How many new users an office can take, from which month, and which kinds, in its own words. */
type Opening = { newUsers: number; from: Temporal.PlainYearMonth; kinds?: string }

export type ForecastFacts = {
  /** The first of the months. */
  from: Temporal.PlainYearMonth
  /** `fullTime`: consultants in full-time equivalents, where the region file says. */
  offices: { id: string; name: string; fullTime: number | undefined; opening: Opening | undefined }[]
  municipalities: { id: string; name: string }[]
  /** At most one row an office, municipality and month: the store has counted already. */
  counts: MonthCount[]
  /** Open cases of each municipality, and those of them with a self-plan. */
  selfPlans: { municipality: string; wished: number; unwished: number; cases: number }[]
}

/** Somebody's twelve months, and what they come to. */
type Loads = { months: MonthLoad[]; total: MonthLoad }

export type OfficeForecast = Loads & {
  id: string
  name: string
  fullTime: number | undefined
  /** Monitoring and plans by full-time equivalent, a month each; absent where nobody said how many there are. */
  monthsPerFullTime: number[] | undefined
  /** The same, on average over the months. */
  perFullTime: number | undefined
  opening: Opening | undefined
  /** New users it can take, as it last said. */
  openings: number | undefined
}

/** セルフプラン beside all open cases. Rates lie between 0 and 1, and are absent where there is no case. */
export type SelfPlans = {
  cases: number
  wished: number
  unwished: number
  selfPlanRate: number | undefined
  wishedRate: number | undefined
  unwishedRate: number | undefined
}

export type MunicipalityForecast = Loads & SelfPlans & { id: string; name: string }

export type Forecast = {
  months: Temporal.PlainYearMonth[]
  total: MonthLoad[]
  offices: OfficeForecast[]
  /** Offices with something to do, the most first: by full-time equivalent; after them, by sum, those without one. */
  busiest: OfficeForecast[]
  /** Place in `months` of the month with most to do, the first of equals; absent where there is nothing to do. */
  peak: number | undefined
  municipalities: MunicipalityForecast[]
  /** What is counted for none of the offices, or none of the municipalities: with it, the parts come to the total. */
  elsewhere: { office: Loads; municipality: Loads }
  selfPlans: SelfPlans
  /** New users that the offices can take together, as they last said. */
  openings: number
  /** The same in each month: only those who can take somebody by then. */
  openingsByMonth: number[]
}

const FORECAST_MONTHS = 12

/** Month by month what a region will have to do, for those who plan ahead (seed 000: 必要計画数と更新数の見える化). */
export const forecast = (facts: ForecastFacts): Forecast => {
  const months = Array.from({ length: FORECAST_MONTHS }, (_, index) => facts.from.add({ months: index }))
  const part = partsOf(facts.counts, months)
  const offices = officesOf(facts, part)
  const total = loadsOf(facts.counts, months)
  return {
    months,
    total,
    offices,
    busiest: offices.filter(({ total }) => workOf(total) > 0).toSorted(byWork),
    peak: peakOf(total),
    municipalities: facts.municipalities.map(({ id, name }) => ({
      id,
      name,
      ...part('municipality', (one) => one === id),
      ...selfPlansOf(facts.selfPlans.filter(({ municipality }) => municipality === id)),
    })),
    elsewhere: {
      office: part('office', (one) => !facts.offices.some(({ id }) => id === one)),
      municipality: part('municipality', (one) => !facts.municipalities.some(({ id }) => id === one)),
    },
    selfPlans: selfPlansOf(facts.selfPlans),
    openings: openingsOf(facts.offices),
    openingsByMonth: months.map((month) =>
      openingsOf(
        facts.offices.filter(
          ({ opening }) => opening && Temporal.PlainYearMonth.compare(opening.from, month) <= 0,
        ),
      ),
    ),
  }
}

type Part = (by: 'office' | 'municipality', wanted: (id: string | null) => boolean) => Loads

/** Counts are laid out by whom they belong to once, whatever their number. */
const partsOf = (counts: ForecastFacts['counts'], months: Forecast['months']): Part => {
  const laidOut = {
    office: Map.groupBy(counts, ({ office }): string | null => office),
    municipality: Map.groupBy(counts, ({ municipality }) => municipality),
  }
  return (by, wanted) => {
    const own = loadsOf(
      [...laidOut[by]].flatMap(([id, counts]) => (wanted(id) ? counts : [])),
      months,
    )
    return { months: own, total: sumOf(own) }
  }
}

const officesOf = (facts: ForecastFacts, part: Part): OfficeForecast[] =>
  facts.offices.map(({ id, name, fullTime, opening }) => {
    const loads = part('office', (one) => one === id)
    return {
      id,
      name,
      ...loads,
      fullTime,
      monthsPerFullTime: fullTime ? loads.months.map((load) => workOf(load) / fullTime) : undefined,
      perFullTime: fullTime ? workOf(loads.total) / FORECAST_MONTHS / fullTime : undefined,
      opening,
      openings: opening?.newUsers,
    }
  })

const byWork = (a: OfficeForecast, b: OfficeForecast): number =>
  (b.perFullTime ?? -1) - (a.perFullTime ?? -1) || workOf(b.total) - workOf(a.total)

const peakOf = (total: readonly MonthLoad[]): number | undefined => {
  const work = total.map(workOf)
  const most = Math.max(...work)
  return most === 0 ? undefined : work.indexOf(most)
}

const openingsOf = (offices: ForecastFacts['offices']): number =>
  offices.reduce((sum, { opening }) => sum + (opening?.newUsers ?? 0), 0)

const selfPlansOf = (plans: ForecastFacts['selfPlans']): SelfPlans => {
  const sum = (part: 'cases' | 'wished' | 'unwished') => plans.reduce((total, one) => total + one[part], 0)
  const [cases, wished, unwished] = [sum('cases'), sum('wished'), sum('unwished')]
  const rate = (count: number) => (cases === 0 ? undefined : count / cases)
  return {
    cases,
    wished,
    unwished,
    selfPlanRate: rate(wished + unwished),
    wishedRate: rate(wished),
    unwishedRate: rate(unwished),
  }
}
