import { and, asc, eq, isNotNull, isNull, lt } from 'drizzle-orm'
import { countMet, type Met } from '../../domain/gsv/met.ts'
import type { Scope } from '../engine/database.ts'
import { anyOf, prepared } from '../engine/prepared.ts'
import { meetings } from '../meeting/tables.ts'
import { gsvSessions } from './tables.ts'

export type { StoredGroup } from './tables.ts'
export type GsvSession = typeof gsvSessions.$inferSelect

export const sessionsOf = async (scope: Scope, meetingIds: readonly string[]): Promise<GsvSession[]> =>
  meetingIds.length === 0 ? [] : sessions(scope, { meetingIds })

const sessions = prepared((tx) =>
  tx.select().from(gsvSessions).where(anyOf(gsvSessions.meetingId, 'meetingIds')),
)

export const sessionOf = async (scope: Scope, meetingId: string): Promise<GsvSession | undefined> =>
  (await sessionsOf(scope, [meetingId]))[0]

/** Stores groups by compare-and-set on revision `seen` (0: the first). False when somebody changed them meanwhile. */
export const keepGroups = async (
  scope: Scope,
  formed: Pick<GsvSession, 'meetingId' | 'groups' | 'absentIds' | 'preMeetingOn' | 'formedAt'>,
  seen: number,
): Promise<boolean> => {
  const values = { ...formed, revision: seen + 1 }
  const rows =
    seen === 0
      ? await scope.tx
          .insert(gsvSessions)
          .values({ regionId: scope.regionId, ...values })
          .onConflictDoNothing()
          .returning({ meetingId: gsvSessions.meetingId })
      : await scope.tx
          .update(gsvSessions)
          .set(values)
          .where(and(eq(gsvSessions.meetingId, formed.meetingId), eq(gsvSessions.revision, seen)))
          .returning({ meetingId: gsvSessions.meetingId })
  return rows.length > 0
}

/** Confirms groups. False when they were changed or confirmed meanwhile. */
export const confirmGroups = async (
  scope: Scope,
  meetingId: string,
  seen: number,
  confirmed: { confirmedBy: string; confirmedAt: Temporal.Instant },
): Promise<boolean> => {
  const rows = await scope.tx
    .update(gsvSessions)
    .set(confirmed)
    .where(
      and(
        eq(gsvSessions.meetingId, meetingId),
        eq(gsvSessions.revision, seen),
        isNull(gsvSessions.confirmedAt),
      ),
    )
    .returning({ meetingId: gsvSessions.meetingId })
  return rows.length > 0
}

export type GsvHistory = { met: Met[]; led: string[]; last: Temporal.Instant | undefined }

/** Reads who sat together and who led in the series' earlier confirmed sessions. */
export const historyOf = async (
  scope: Scope,
  seriesId: string,
  before: Temporal.Instant,
): Promise<GsvHistory> => {
  const rows = await scope.tx
    .select({ groups: gsvSessions.groups, startsAt: meetings.startsAt })
    .from(gsvSessions)
    .innerJoin(meetings, eq(meetings.id, gsvSessions.meetingId))
    .where(
      and(
        eq(meetings.seriesId, seriesId),
        isNull(meetings.cancelled),
        isNotNull(gsvSessions.confirmedAt),
        lt(meetings.startsAt, before),
      ),
    )
    .orderBy(asc(meetings.startsAt))
  const groups = rows.flatMap((row) => row.groups)
  return {
    met: countMet(groups.map(({ memberIds }) => memberIds)),
    led: groups.map(({ facilitatorId }) => facilitatorId),
    last: rows.at(-1)?.startsAt,
  }
}
