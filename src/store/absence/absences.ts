import { and, asc, eq, gte, lte, ne } from 'drizzle-orm'
import type { Scope } from '../engine/database.ts'
import { param, prepared } from '../engine/prepared.ts'
import { leaves } from './tables.ts'

export type StoredLeave = typeof leaves.$inferSelect
export type NewLeave = Pick<StoredLeave, 'memberId' | 'deputyId' | 'from' | 'to'>

/** Leaves that are on or to come on a day, soonest first. */
export const leavesFrom = (scope: Scope, day: Temporal.PlainDate): Promise<StoredLeave[]> =>
  fromDay(scope, { day })

const fromDay = prepared((tx) =>
  tx
    .select()
    .from(leaves)
    .where(gte(leaves.to, param('day', leaves.to)))
    .orderBy(asc(leaves.from)),
)

export const leavesOn = (scope: Scope, day: Temporal.PlainDate): Promise<StoredLeave[]> =>
  onDay(scope, { day })

const onDay = prepared((tx) =>
  tx
    .select()
    .from(leaves)
    .where(and(lte(leaves.from, param('day', leaves.from)), gte(leaves.to, param('day', leaves.to))))
    .orderBy(asc(leaves.from)),
)

/** Stores a leave; one of the same member that overlaps it is replaced. */
export const takeLeave = async (scope: Scope, leave: NewLeave): Promise<void> => {
  await scope.tx
    .delete(leaves)
    .where(and(eq(leaves.memberId, leave.memberId), lte(leaves.from, leave.to), gte(leaves.to, leave.from)))
  await scope.tx.insert(leaves).values({ regionId: scope.regionId, ...leave })
}

/** Takes back what is on or to come. False where there was nothing. */
export const endLeave = async (
  scope: Scope,
  memberId: string,
  today: Temporal.PlainDate,
): Promise<boolean> => {
  const current = and(eq(leaves.memberId, memberId), gte(leaves.to, today))
  const yesterday = today.subtract({ days: 1 })
  const shortened = await scope.tx
    .update(leaves)
    .set({ to: yesterday })
    .where(and(current, lte(leaves.from, yesterday), ne(leaves.to, yesterday)))
    .returning({ id: leaves.id })
  const dropped = await scope.tx
    .delete(leaves)
    .where(and(current, gte(leaves.from, today)))
    .returning({ id: leaves.id })
  return shortened.length + dropped.length > 0
}
