import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts'
import { yearConfirmedKind } from '../../domain/calendar/notices.ts'
import { addConfirmedYear } from '../../store/calendar/calendar-years.ts'
import type { Scope } from '../../store/engine/database.ts'
import { planReminders } from '../../store/outbox/reminders.ts'

/** Confirms a year's calendar and announces it, once. False where somebody else confirmed it first. */
export const confirmYear = async (
  scope: Scope,
  year: FiscalYear,
  keptClashes: number,
  confirmedBy: string,
  now: Temporal.Instant,
): Promise<boolean> => {
  if (!(await addConfirmedYear(scope, year, keptClashes, confirmedBy, now))) return false
  await planReminders(scope, [yearConfirmedKind.due({ year }, now)])
  return true
}
