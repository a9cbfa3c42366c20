import { and, eq, gte, isNotNull, lte } from 'drizzle-orm'
import type { Scope } from '../engine/database.ts'
import { anyOf, prepared } from '../engine/prepared.ts'
import { meetings } from '../meeting/tables.ts'
import { gsvPreMeetings } from './tables.ts'

export type PreMeeting = typeof gsvPreMeetings.$inferSelect

/** What was said of the pre-meetings of these sessions; those still as planned have no row. */
export const preMeetingsOf = async (scope: Scope, meetingIds: readonly string[]): Promise<PreMeeting[]> =>
  meetingIds.length === 0 ? [] : ofMeetings(scope, { meetingIds })

const ofMeetings = prepared((tx) =>
  tx.select().from(gsvPreMeetings).where(anyOf(gsvPreMeetings.meetingId, 'meetingIds')),
)

/** Those that were held within these days, with their series. */
export const heldPreMeetings = (
  scope: Scope,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<{ held: PreMeeting; seriesId: string }[]> =>
  scope.tx
    .select({ held: gsvPreMeetings, seriesId: meetings.seriesId })
    .from(gsvPreMeetings)
    .innerJoin(meetings, eq(meetings.id, gsvPreMeetings.meetingId))
    .where(and(isNotNull(gsvPreMeetings.heldAt), gte(gsvPreMeetings.on, from), lte(gsvPreMeetings.on, to)))

type Said = Pick<PreMeeting, 'meetingId' | 'presenterId' | 'facilitatorId' | 'on'> &
  ({ movedAt: Temporal.Instant } | { heldAt: Temporal.Instant; heldBy: string })

/** Upserts: put off to another day it is held no more; held, it stays on its day. */
export const setPreMeeting = async (scope: Scope, said: Said): Promise<void> => {
  const { meetingId, presenterId, ...rest } = said
  const set = { heldAt: null, heldBy: null, ...rest }
  await scope.tx
    .insert(gsvPreMeetings)
    .values({ regionId: scope.regionId, meetingId, presenterId, ...set })
    .onConflictDoUpdate({
      target: [gsvPreMeetings.regionId, gsvPreMeetings.meetingId, gsvPreMeetings.presenterId],
      set,
    })
}
