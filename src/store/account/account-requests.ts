import { and, eq } from 'drizzle-orm'
import type { Account } from '../../domain/region/accounts.ts'
import type { Scope } from '../engine/database.ts'
import { accountRequests } from './tables.ts'

export type AccountRequest = typeof accountRequests.$inferSelect

/**
 * Notes that an account wants to be known. Its id where that is new; one that was linked asks anew, one that was
 * declined or waits does not.
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

/** Of two who answer at once, the first counts: false for the other. */
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

/** The account became somebody's another way. */
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
