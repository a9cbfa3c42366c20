import { eq, or, sql } from 'drizzle-orm'
import type { Account } from '../../domain/region/accounts.ts'
import type { Scope } from '../engine/database.ts'
import { addDeliveries, type Delivery } from './deliveries.ts'
import { deliveries } from './tables.ts'

/** Between a purpose's key and where it went instead. */
const INSTEAD = ' > '

/**
 * A direct message that cannot arrive goes to the reader's next account, in the transaction that gives up the one
 * before: each account is tried once, and the message comes to one. False where none is left.
 */
export const fallBack = async (
  scope: Scope,
  { key, kind, subject, readerId }: Delivery,
  accounts: readonly Account[],
  now: Temporal.Instant,
): Promise<boolean> => {
  const [purpose = key] = key.split(INSTEAD)
  const tried = await scope.tx
    .select({ platform: deliveries.platform, workspace: deliveries.workspace })
    .from(deliveries)
    .where(or(eq(deliveries.key, purpose), sql`starts_with(${deliveries.key}, ${purpose + INSTEAD})`))
  const next = accounts.find(
    (one) =>
      !tried.some(({ platform, workspace }) => platform === one.platform && workspace === one.workspace),
  )
  if (!next) return false
  const wanted = { kind, subject, place: next, dueAt: now, readerId: readerId ?? undefined }
  await addDeliveries(scope, [{ ...wanted, key: `${purpose}${INSTEAD}${next.platform} ${next.workspace}` }])
  return true
}
