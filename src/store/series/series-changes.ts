import { and, asc, eq, gte } from 'drizzle-orm'
import type { SeriesChange } from '../../domain/region/series-rule.ts'
import type { Scope } from '../engine/database.ts'
import { seriesChanges } from './tables.ts'

/** Lists what people changed of the series since the region file was written. */
export const seriesChangesOf = async (scope: Scope): Promise<SeriesChange[]> => {
  const rows = await scope.tx.select().from(seriesChanges).orderBy(asc(seriesChanges.from))
  return rows.map(({ seriesId, from, days, time }) => ({
    seriesId,
    from,
    days,
    time: Temporal.PlainTime.from(time),
  }))
}

/** Changes a series from a day on, in place of every earlier change for those days. */
export const changeSeries = async (
  scope: Scope,
  change: SeriesChange,
  changedBy: string,
  now: Temporal.Instant,
): Promise<void> => {
  const { seriesId, from, days, time } = change
  await scope.tx
    .delete(seriesChanges)
    .where(and(eq(seriesChanges.seriesId, seriesId), gte(seriesChanges.from, from)))
  await scope.tx.insert(seriesChanges).values({
    regionId: scope.regionId,
    seriesId,
    from,
    days,
    time: time.toString({ smallestUnit: 'minute' }),
    changedBy,
    changedAt: now,
  })
}
