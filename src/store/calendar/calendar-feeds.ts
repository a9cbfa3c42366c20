import { createHash, randomBytes } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Scope } from '../engine/database.ts'
import { calendarFeeds } from './tables.ts'

export type FeedOwner = { owner: 'member' | 'body'; ownerId: string }

const TOKEN_BYTES = 32
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Makes a new feed token, which revokes the one before. Only its hash is stored: the caller alone sees it. */
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

/** Revokes a feed. False where there was none. */
export const revokeFeed = async (scope: Scope, { owner, ownerId }: FeedOwner): Promise<boolean> => {
  const revoked = await scope.tx
    .delete(calendarFeeds)
    .where(and(eq(calendarFeeds.owner, owner), eq(calendarFeeds.ownerId, ownerId)))
    .returning({ id: calendarFeeds.id })
  return revoked.length > 0
}

/** Finds the owner of a feed by its token. */
export const feedOf = async (scope: Scope, token: string): Promise<FeedOwner | undefined> => {
  const [found] = await scope.tx
    .select({ owner: calendarFeeds.owner, ownerId: calendarFeeds.ownerId })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.tokenHash, hashOf(token)))
  return found
}
