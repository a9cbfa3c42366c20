import { and, eq } from 'drizzle-orm'
import type { Account } from '../../domain/region/accounts.ts'
import type { Scope } from '../engine/database.ts'
import { accountRequests } from './tables.ts'

export type AccountRequest = typeof accountRequests.$inferSelect

/**
 * Upserts an account's request to be linked. Returns its id where the coordinators should be asked: for a new request,
 * and for an account that had been linked; undefined for one that waits or was declined.
 */
export const addRequest = async (
  scope: Scope,
  { platform, workspace, user }: Account,
  name: string | undefined,
  now: Temporal.Instant,
): Promise<string | undefined> => {
  const asked = { name: name ?? null, askedAt: now, state: 'open' as const, settledBy: null }
  const [request] = await scope.tx
    .insert(accountRequests)
    .values({ regionId: scope.regionId, platform, workspace, account: user, ...asked })
    .onConflictDoUpdate({
      target: [
        accountRequests.regionId,
        accountRequests.platform,
        accountRequests.workspace,
        accountRequests.account,
      ],
      set: asked,
      setWhere: eq(accountRequests.state, 'linked'),
    })
    .returning({ id: accountRequests.id })
  return request?.id
}

export const accountRequest = async (scope: Scope, id: string): Promise<AccountRequest | undefined> => {
  const [found] = await scope.tx.select().from(accountRequests).where(eq(accountRequests.id, id))
  return found
}

export const openRequests = (scope: Scope): Promise<AccountRequest[]> =>
  scope.tx.select().from(accountRequests).where(eq(accountRequests.state, 'open'))

/** Deletes the open requests of a workspace that the bot has left. */
export const dropRequestsAt = async (
  scope: Scope,
  { platform, workspace }: Pick<Account, 'platform' | 'workspace'>,
): Promise<void> => {
  const there = and(eq(accountRequests.platform, platform), eq(accountRequests.workspace, workspace))
  await scope.tx.delete(accountRequests).where(and(there, eq(accountRequests.state, 'open')))
}

/** Decides an open request by compare-and-set: false where somebody decided first. */
export const decideRequest = async (
  scope: Scope,
  id: string,
  state: 'linked' | 'declined',
  settledBy: string,
): Promise<boolean> => {
  const settled = await scope.tx
    .update(accountRequests)
    .set({ state, settledBy })
    .where(and(eq(accountRequests.id, id), eq(accountRequests.state, 'open')))
    .returning({ id: accountRequests.id })
  return settled.length > 0
}

/** Closes the request of an account that was linked another way. */
export const closeRequestOf = async (
  scope: Scope,
  { platform, workspace, user }: Account,
  memberId: string,
): Promise<void> => {
  await scope.tx
    .update(accountRequests)
    .set({ state: 'linked', settledBy: memberId })
    .where(
      and(
        eq(accountRequests.platform, platform),
        eq(accountRequests.workspace, workspace),
        eq(accountRequests.account, user),
      ),
    )
}
