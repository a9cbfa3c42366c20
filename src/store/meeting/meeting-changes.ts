import { desc, eq, gte } from 'drizzle-orm'
import type { ChangedMeeting } from '../../domain/meeting/telling.ts'
import type { Region } from '../../domain/region/region.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import type { Scope } from '../engine/database.ts'
import { given, prepared } from '../engine/prepared.ts'
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

/** The last thing that was changed of a meeting: an earlier one is not worth telling any more. */
export const lastChange = async (scope: Scope, meetingId: string): Promise<MeetingChange | undefined> => {
  const [found] = await scope.tx
    .select()
    .from(meetingChanges)
    .where(eq(meetingChanges.meetingId, meetingId))
    .orderBy(desc(meetingChanges.changedAt))
    .limit(1)
  return found
}

/** Nobody could be told where it should have been: the next morning's digests say it. */
export const leaveToDigest = async (scope: Scope, id: string): Promise<void> => {
  await scope.tx.update(meetingChanges).set({ inChannel: false }).where(eq(meetingChanges.id, id))
}

/** A change with the name and dates people read. Undefined when its series left the region file. */
export const changedMeeting = (
  region: Region,
  { change, seriesId }: { change: MeetingChange; seriesId: string },
): ChangedMeeting | undefined => {
  const found = region.series.find(({ id }) => id === seriesId)
  if (!found) return undefined
  const { meetingId, what, reach, reason, wasAt, isAt } = change
  const local = (at: Temporal.Instant) => at.toZonedDateTimeISO(region.timeZone)
  return { meetingId, name: found.name, what, reach, reason, wasAt: local(wasAt), isAt: local(isAt) }
}

const changes = prepared((tx) =>
  tx
    .select({ change: meetingChanges, seriesId: meetings.seriesId })
    .from(meetingChanges)
    .innerJoin(meetings, eq(meetings.id, meetingChanges.meetingId))
    .where(gte(meetingChanges.changedAt, given('since', meetingChanges.changedAt)))
    .orderBy(desc(meetingChanges.changedAt)),
)

/** What the digests tell of changes since an instant, the latest of each meeting, to whom, and who made it. */
export const changedMeetings = async (
  scope: Scope,
  region: Region,
  since: Temporal.Instant,
): Promise<{ change: ChangedMeeting; roster: ReadonlySet<string>; by: string }[]> => {
  const rows = await changes(scope, { since })
  const isLatest = ({ change }: (typeof rows)[number], at: number): boolean =>
    rows.findIndex((one) => one.change.meetingId === change.meetingId) === at
  return rows
    .filter(isLatest)
    .filter(({ change }) => !change.inChannel)
    .flatMap((row) => {
      const change = changedMeeting(region, row)
      const body = region.series.find(({ id }) => id === row.seriesId)?.body ?? ''
      return change ? [{ change, roster: new Set(rosterOf(region, body)), by: row.change.changedBy }] : []
    })
}
