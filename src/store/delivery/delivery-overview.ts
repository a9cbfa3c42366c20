import { and, countDistinct, desc, eq, gt, lte, min, sql } from 'drizzle-orm'
import type { Scope } from '../engine/database.ts'
import { isOverdue } from '../outbox/late-deliveries.ts'
import { deliveries } from '../outbox/tables.ts'

const A_DAY = Temporal.Duration.from({ hours: 24 })

export type LateDeliveries = { count: number; oldest: Temporal.Instant | null }

export const lateDeliveries = async (scope: Scope, now: Temporal.Instant): Promise<LateDeliveries> => {
  const [late] = await scope.tx
    .select({ count: sql<number>`count(*)::int`, oldest: min(deliveries.plannedFor) })
    .from(deliveries)
    .where(isOverdue(now))
  return late ?? { count: 0, oldest: null }
}

/** `expected`: readers with something to hear that morning. `told`: those of them whose message is out. */
export type DigestCoverage = { expected: number; told: number }

/** Computes the coverage of the last morning within a day; undefined without one. A redirected message counts as told. */
export const digestCoverage = async (
  scope: Scope,
  now: Temporal.Instant,
): Promise<DigestCoverage | undefined> => {
  const readers = (which: ReturnType<typeof sql>) =>
    sql<number>`${countDistinct(deliveries.readerId)} filter (where ${which})`.mapWith(Number)
  const [last] = await scope.tx
    .select({
      expected: readers(sql`${deliveries.reason} is distinct from 'nothing-left-to-say'`),
      told: readers(sql`${deliveries.state} = 'sent'`),
    })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.kind, 'digest'),
        gt(deliveries.plannedFor, now.subtract(A_DAY)),
        lte(deliveries.plannedFor, now),
      ),
    )
    .groupBy(deliveries.subject)
    .orderBy(desc(deliveries.subject))
    .limit(1)
  return last
}
