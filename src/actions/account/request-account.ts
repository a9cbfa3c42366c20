import { accountRequestKind } from '../../domain/account/notices.ts'
import type { Account } from '../../domain/region/accounts.ts'
import { addRequest } from '../../store/account/account-requests.ts'
import type { Scope } from '../../store/engine/database.ts'
import { planReminders } from '../../store/outbox/reminders.ts'

/**
 * Asks the coordinators who an unlinked user is, once. Somebody who was linked before is asked about anew; who was
 * declined is not.
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
