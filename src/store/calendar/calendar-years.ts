import { eq } from 'drizzle-orm'
import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts'
import type { Scope } from '../engine/database.ts'
import { calendarYears } from './tables.ts'

export const confirmedYear = async (
  scope: Scope,
  year: FiscalYear,
): Promise<Temporal.Instant | undefined> => {
  const [row] = await scope.tx.select().from(calendarYears).where(eq(calendarYears.year, year))
  return row?.confirmedAt
}

/** Confirms a year's calendar. False where somebody confirmed it first. */
export const addConfirmedYear = async (
  scope: Scope,
  year: FiscalYear,
  keptClashes: number,
  confirmedBy: string,
  now: Temporal.Instant,
): Promise<boolean> => {
  const row = { regionId: scope.regionId, year, keptClashes, confirmedBy, confirmedAt: now }
  const confirmed = await scope.tx
    .insert(calendarYears)
    .values(row)
    .onConflictDoNothing()
    .returning({ year: calendarYears.year })
  return confirmed.length > 0
}
