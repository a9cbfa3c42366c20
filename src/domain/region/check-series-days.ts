import { checkSeries, patternFault, type SeriesFault } from '../series/check-series.ts'
import { calendarOf } from './calendar.ts'
import type { Region } from './region.ts'
import type { SeriesDays } from './series.ts'
import { patternOf, seriesRuleOf } from './series-rule.ts'

type Series = Region['series'][number]

/** What keeps a series of a region file from having days. */
export type SeriesDaysFault =
  | SeriesFault
  /** None or several of rule, timesAYear and businessDay. */
  | { reason: 'one-pattern' }
  /** timesAYear lacks its weekday. */
  | { reason: 'weekday-missing' }
  /** weekday or nth without timesAYear. */
  | { reason: 'weekday-stray' }
  /** onClosedDay is weekday, and none is named; or some are named for nothing. */
  | { reason: 'closed-weekdays' }
  /** It gives way to a series that gives way to it. */
  | { reason: 'gives-way-circle' }

/** All that is wrong with the days of one series; `path` begins at the series. */
export const checkSeriesDays = (
  region: Region,
  series: Series,
): ({ path: (string | number)[] } & SeriesDaysFault)[] => {
  const calendar = calendarOf(region)
  const written = [series, ...(series.inYears ?? [])].flatMap((days, at) => {
    const place = at === 0 ? [] : ['inYears', at - 1]
    const keys = keysFault(days)
    if (keys) return [{ ...keys, path: [...place, ...keys.path] }]
    const pattern = patternOf(days)
    const fault = pattern && patternFault(pattern, series.from, calendar)
    return fault ? [{ ...fault, path: [...place, keyOf(fault, days)] }] : []
  })
  const named = (series.closedDayWeekdays ?? []).length > 0
  if (named !== (series.onClosedDay === 'weekday'))
    written.push({ reason: 'closed-weekdays', path: ['onClosedDay'] })
  if (written.length > 0) return written
  if (inCircle(region, series)) return [{ reason: 'gives-way-circle', path: ['givesWayTo'] }]
  const rule = seriesRuleOf(region, series)
  const checked = rule && checkSeries(rule, calendar)
  return !checked || checked.ok ? [] : [{ ...checked.fault, path: [keyOf(checked.fault, series)] }]
}

const keysFault = (days: SeriesDays): ({ path: string[] } & SeriesDaysFault) | undefined => {
  const { rule, timesAYear, weekday, nth, businessDay } = days
  if ([rule, timesAYear, businessDay].filter((one) => one !== undefined).length !== 1)
    return { reason: 'one-pattern', path: [] }
  if (timesAYear !== undefined)
    return weekday === undefined ? { reason: 'weekday-missing', path: ['timesAYear'] } : undefined
  if (weekday !== undefined) return { reason: 'weekday-stray', path: ['weekday'] }
  return nth === undefined ? undefined : { reason: 'weekday-stray', path: ['nth'] }
}

const keyOf = ({ reason }: SeriesDaysFault, { rule, timesAYear }: SeriesDays): string => {
  if (reason === 'no-such-month') return 'months'
  if (reason === 'never-open') return 'onClosedDay'
  if (reason === 'never-free') return 'givesWayTo'
  if (rule !== undefined) return 'rule'
  return timesAYear === undefined ? 'businessDay' : 'timesAYear'
}

const inCircle = (region: Region, { id }: Series): boolean => {
  const reached = new Set<string>()
  const open = [id]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const here = at
    const others = region.series.find((one) => one.id === here)?.givesWayTo ?? []
    for (const { series } of others.filter((one) => !reached.has(one.series))) {
      reached.add(series)
      open.push(series)
    }
  }
  return reached.has(id)
}
