import { desc, eq, gte } from 'drizzle-orm'
import type { Scope } from '../engine/database.ts'
import { param, prepared } from '../engine/prepared.ts'
import { meetingChanges, meetings } from './tables.ts'

export type MeetingChange = typeof meetingChanges.$inferSelect
type NewChange = Omit<MeetingChange, 'regionId' | 'id'>

export const noteChange = async (scope: Scope, change: NewChange): Promise<string> => {
  const [row] = await scope.tx
    .insert(meetingChanges)
    .values({ regionId: scope.regionId, ...change })
    .returning({ id: meetingChanges.id })
  if (!row) throw new Error('a change of a meeting was not noted')
  return row.id
}

export const meetingChange = async (scope: Scope, id: string): Promise<MeetingChange | undefined> => {
  const [found] = await scope.tx.select().from(meetingChanges).where(eq(meetingChanges.id, id))
  return found
}

/** Finds the last change of a meeting; earlier ones are not worth telling any more. */
export const lastChange = async (scope: Scope, meetingId: string): Promise<MeetingChange | undefined> => {
  const [found] = await scope.tx
    .select()
    .from(meetingChanges)
    .where(eq(meetingChanges.meetingId, meetingId))
    .orderBy(desc(meetingChanges.changedAt))
    .limit(1)
  return found
}

/** Leaves a change that could not be posted to its channel to the next morning's digests. */
export const leaveToDigest = async (scope: Scope, id: string): Promise<void> => {
  await scope.tx.update(meetingChanges).set({ inChannel: false }).where(eq(meetingChanges.id, id))
}

/** Lists changes since an instant, latest first, with the series of each. */
export const changesSince = (
  scope: Scope,
  since: Temporal.Instant,
): Promise<{ change: MeetingChange; seriesId: string }[]> => changes(scope, { since })

const changes = prepared((tx) =>
  tx
    .select({ change: meetingChanges, seriesId: meetings.seriesId })
    .from(meetingChanges)
    .innerJoin(meetings, eq(meetings.id, meetingChanges.meetingId))
    .where(gte(meetingChanges.changedAt, param('since', meetingChanges.changedAt)))
    .orderBy(desc(meetingChanges.changedAt)),
)
