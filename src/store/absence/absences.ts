import { randomUUID } from 'node:crypto'
import { and, asc, eq, gte, lte, ne } from 'drizzle-orm'
import type { Scope } from '../engine/database.ts'
import { param, prepared } from '../engine/prepared.ts'
import { absences } from './tables.ts'

export type StoredAbsence = typeof absences.$inferSelect
export type NewAbsence = Pick<StoredAbsence, 'memberId' | 'deputyId' | 'from' | 'to'>

/** Absences that are on or to come on a day, soonest first. */
export const absencesFrom = (scope: Scope, day: Temporal.PlainDate): Promise<StoredAbsence[]> =>
  fromDay(scope, { day })

const fromDay = prepared((tx) =>
  tx
    .select()
    .from(absences)
    .where(gte(absences.to, param('day', absences.to)))
    .orderBy(asc(absences.from)),
)

export const absencesOn = (scope: Scope, day: Temporal.PlainDate): Promise<StoredAbsence[]> =>
  onDay(scope, { day })

const onDay = prepared((tx) =>
  tx
    .select()
    .from(absences)
    .where(and(lte(absences.from, param('day', absences.from)), gte(absences.to, param('day', absences.to))))
    .orderBy(asc(absences.from)),
)

/** Stores an absence, replacing those of the same member that overlap it. Returns its id. */
export const takeAbsence = async (scope: Scope, absence: NewAbsence): Promise<string> => {
  const id = randomUUID()
  await scope.tx
    .delete(absences)
    .where(
      and(
        eq(absences.memberId, absence.memberId),
        lte(absences.from, absence.to),
        gte(absences.to, absence.from),
      ),
    )
  await scope.tx.insert(absences).values({ regionId: scope.regionId, id, ...absence })
  return id
}

/** Ends a member's present absence and deletes coming ones. False where there was none. */
export const endAbsence = async (
  scope: Scope,
  memberId: string,
  today: Temporal.PlainDate,
): Promise<boolean> => {
  const current = and(eq(absences.memberId, memberId), gte(absences.to, today))
  const yesterday = today.subtract({ days: 1 })
  const shortened = await scope.tx
    .update(absences)
    .set({ to: yesterday })
    .where(and(current, lte(absences.from, yesterday), ne(absences.to, yesterday)))
    .returning({ id: absences.id })
  const dropped = await scope.tx
    .delete(absences)
    .where(and(current, gte(absences.from, today)))
    .returning({ id: absences.id })
  return shortened.length + dropped.length > 0
}
