import { and, eq } from 'drizzle-orm'
import { accountRequestKind } from '../../domain/account/notices.ts'
import type { Account } from '../../domain/region/accounts.ts'
import type { Scope } from '../engine/database.ts'
import { planReminders } from '../outbox/reminders.ts'
import { accountRequests } from './tables.ts'

export type AccountRequest = typeof accountRequests.$inferSelect

/**
 * Somebody whom nobody knows wants to use the bot: the coordinators are asked who it is, once. Somebody who was known
 * and is so no more asks anew; who was declined does not.
 */
export const askToBeKnown = async (
  scope: Scope,
  { platform, workspace, user }: Account,
  name: string | undefined,
  now: Temporal.Instant,
): Promise<void> => {
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
  if (!request) return
  const occasion = String(now.epochMilliseconds)
  await planReminders(scope, [accountRequestKind.due({ request: request.id }, now, occasion)])
}

export const accountRequest = async (scope: Scope, id: string): Promise<AccountRequest | undefined> => {
  const [found] = await scope.tx.select().from(accountRequests).where(eq(accountRequests.id, id))
  return found
}

export const openRequests = (scope: Scope): Promise<AccountRequest[]> =>
  scope.tx.select().from(accountRequests).where(eq(accountRequests.state, 'open'))

/** Of two who answer at once, the first counts: false for the other. */
export const settleRequest = async (
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
