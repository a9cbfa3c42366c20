import { eq } from 'drizzle-orm'
import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts'
import { yearConfirmedKind } from '../../domain/calendar/notices.ts'
import type { Scope } from '../engine/database.ts'
import { planReminders } from '../outbox/reminders.ts'
import { calendarYears } from './tables.ts'

export const confirmedYear = async (
  scope: Scope,
  year: FiscalYear,
): Promise<Temporal.Instant | undefined> => {
  const [row] = await scope.tx.select().from(calendarYears).where(eq(calendarYears.year, year))
  return row?.confirmedAt
}

/** False where somebody confirmed it first. It is announced once. */
export const confirmYear = async (
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
  if (confirmed.length === 0) return false
  await planReminders(scope, [yearConfirmedKind.due({ year }, now)])
  return true
}
