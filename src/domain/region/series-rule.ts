import type { DayPattern, GivesWay, SeriesRule } from '../series/series-rule.ts'
import type { Region } from './region.ts'
import type { SeriesDays } from './series.ts'

type Series = Region['series'][number]

/** A pattern of days as its keys write it. Undefined where they do not make exactly one. */
export const patternOf = (days: SeriesDays): (DayPattern & { months?: readonly number[] }) | undefined => {
  const { rule, timesAYear, weekday, nth, businessDay } = days
  const within = { months: days.months && monthsOf(days.months) }
  if ([rule, timesAYear, businessDay].filter((one) => one !== undefined).length !== 1) return undefined
  if (timesAYear !== undefined) return weekday && { timesAYear, weekday, nth, ...within }
  if (weekday !== undefined || nth !== undefined) return undefined
  if (rule !== undefined) return { rrule: rule, ...within }
  return businessDay === undefined ? undefined : { businessDay, ...within }
}

const ALL_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

const monthsOf = (months: NonNullable<SeriesDays['months']>): readonly number[] => {
  if (months === 'odd') return ALL_MONTHS.filter((month) => month % 2 === 1)
  return months === 'even' ? ALL_MONTHS.filter((month) => month % 2 === 0) : months
}

/**
 * A series as the rules of series take it, with those it gives way to. Undefined where its days are not written right,
 * or the others lead back to it: `checkRegion` names these.
 */
export const seriesRuleOf = (
  region: Region,
  series: Series,
  changes: readonly SeriesChange[] = [],
): SeriesRule | undefined => ruleOf(region, series, changes, [])

/** What was decided by hand for a series, from a nominal day on: its days so much later or earlier, and its time. */
export type SeriesChange = {
  seriesId: string
  from: Temporal.PlainDate
  days: number
  time: Temporal.PlainTime
}

/** The time of the meeting whose nominal day this is. */
export const timeOn = (
  series: Series,
  changes: readonly SeriesChange[],
  nominal: Temporal.PlainDate,
): Temporal.PlainTime => {
  const compare = Temporal.PlainDate.compare
  const [last] = changes
    .filter(({ seriesId, from }) => seriesId === series.id && compare(from, nominal) <= 0)
    .toSorted((a, b) => compare(b.from, a.from))
  return last?.time ?? series.time
}

const ruleOf = (
  region: Region,
  series: Series,
  changes: readonly SeriesChange[],
  trail: readonly string[],
): SeriesRule | undefined => {
  const pattern = patternOf(series)
  if (!pattern || trail.includes(series.id)) return undefined
  const others = (series.givesWayTo ?? []).map(({ series: id, within, moveTo }): GivesWay | undefined => {
    const other = region.series.find((one) => one.id === id)
    const to = other && ruleOf(region, other, changes, [...trail, series.id])
    return to && { to, within, moveTo }
  })
  const years = (series.inYears ?? []).map(({ year, every, ...days }) => {
    const other = patternOf(days)
    return other && { year, every, pattern: other }
  })
  const givesWayTo = others.filter((one) => one !== undefined)
  const inYears = years.filter((one) => one !== undefined)
  if (givesWayTo.length < others.length || inYears.length < years.length) return undefined
  const { from: firstDate, onClosedDay, closedDayWeekdays = [] } = series
  const shifts = changes.filter(({ seriesId }) => seriesId === series.id)
  return { ...pattern, firstDate, onClosedDay, closedDayWeekdays, inYears, givesWayTo, shifts }
}
