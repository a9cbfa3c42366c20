import { createHash, randomBytes } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { meetingTitle } from '../../domain/region/names.ts'
import type { Region } from '../../domain/region/region.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import type { Scope } from '../engine/database.ts'
import { calendarMeetings, type Meeting } from '../meeting/meetings.ts'
import { calendarFeeds } from './tables.ts'

export type FeedOwner = { owner: 'member' | 'body'; ownerId: string }

const TOKEN_BYTES = 32
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** A new address; the one before stops working. Only the caller ever sees the token. */
export const makeFeed = async (
  scope: Scope,
  owner: FeedOwner,
  madeBy: string,
  now: Temporal.Instant,
): Promise<string> => {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const made = { tokenHash: hashOf(token), madeBy, madeAt: now }
  await scope.tx
    .insert(calendarFeeds)
    .values({ regionId: scope.regionId, ...owner, ...made })
    .onConflictDoUpdate({
      target: [calendarFeeds.regionId, calendarFeeds.owner, calendarFeeds.ownerId],
      set: made,
    })
  return token
}

/** False where there was none. */
export const revokeFeed = async (scope: Scope, { owner, ownerId }: FeedOwner): Promise<boolean> => {
  const revoked = await scope.tx
    .delete(calendarFeeds)
    .where(and(eq(calendarFeeds.owner, owner), eq(calendarFeeds.ownerId, ownerId)))
    .returning({ id: calendarFeeds.id })
  return revoked.length > 0
}

/** Whose calendar a token opens. */
export const feedOf = async (scope: Scope, token: string): Promise<FeedOwner | undefined> => {
  const [found] = await scope.tx
    .select({ owner: calendarFeeds.owner, ownerId: calendarFeeds.ownerId })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.tokenHash, hashOf(token)))
  return found
}

export type FeedMeeting = Meeting & { name: string; place: string | undefined }

const BEFORE_HOURS = 24 * 92
const AHEAD_HOURS = 24 * 430
/** A calendar with more would be refused by those who read it. */
const MOST_MEETINGS = 1500

/** What a calendar shows. Undefined where its owner left the region file. */
export const feedMeetings = async (
  scope: Scope,
  region: Region,
  { owner, ownerId }: FeedOwner,
  now: Temporal.Instant,
): Promise<{ name: string; meetings: FeedMeeting[] } | undefined> => {
  const from = owner === 'member' ? region.members : region.bodies
  const found = from.find(({ id }) => id === ownerId)
  if (!found) return undefined
  const series = region.series.filter(({ body }) =>
    owner === 'body' ? body === ownerId : rosterOf(region, body).includes(ownerId),
  )
  const planned = await calendarMeetings(
    scope,
    now.subtract({ hours: BEFORE_HOURS }),
    now.add({ hours: AHEAD_HOURS }),
    series.map(({ id }) => id),
    MOST_MEETINGS,
  )
  return {
    name: owner === 'body' ? found.name : region.name,
    meetings: planned.flatMap(asFeedMeeting(region)),
  }
}

export const asFeedMeeting =
  (region: Region) =>
  (meeting: Meeting): FeedMeeting[] => {
    const series = region.series.find(({ id }) => id === meeting.seriesId)
    if (!series) return []
    return [{ ...meeting, name: meetingTitle(region, meeting), place: series.place }]
  }
