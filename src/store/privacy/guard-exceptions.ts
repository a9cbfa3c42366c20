import { desc, gte } from 'drizzle-orm'
import type { Scope } from '../engine/database.ts'
import { guardExceptions } from './tables.ts'

type Row = typeof guardExceptions.$inferSelect
export type GuardException = Omit<Row, 'regionId' | 'id'>

export const recordGuardException = async (scope: Scope, exception: GuardException): Promise<void> => {
  await scope.tx.insert(guardExceptions).values({ regionId: scope.regionId, ...exception })
}

/** Latest first. */
export const guardExceptionsSince = (scope: Scope, since: Temporal.Instant): Promise<GuardException[]> =>
  scope.tx
    .select()
    .from(guardExceptions)
    .where(gte(guardExceptions.at, since))
    .orderBy(desc(guardExceptions.at))
