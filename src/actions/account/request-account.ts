import { accountRequestKind } from '../../domain/account/notices.ts'
import type { Account } from '../../domain/region/accounts.ts'
import { addRequest } from '../../store/account/account-requests.ts'
import type { Scope } from '../../store/engine/database.ts'
import { planReminders } from '../../store/outbox/reminders.ts'

/**
 * Somebody whom nobody knows wants to use the bot: the coordinators are asked who it is, once. Somebody who was known
 * and is so no more asks anew; who was declined does not.
 */
export const requestAccount = async (
  scope: Scope,
  account: Account,
  name: string | undefined,
  now: Temporal.Instant,
): Promise<void> => {
  const id = await addRequest(scope, account, name, now)
  if (id === undefined) return
  await planReminders(scope, [accountRequestKind.due({ request: id }, now, String(now.epochMilliseconds))])
}
