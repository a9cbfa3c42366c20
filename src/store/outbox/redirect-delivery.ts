import { eq, or, sql } from 'drizzle-orm'
import type { DeclaredName } from '../../domain/delivery/notice.ts'
import type { Account } from '../../domain/region/accounts.ts'
import type { Scope } from '../engine/database.ts'
import { addDeliveries, type Delivery } from './deliveries.ts'
import { deliveries } from './tables.ts'

/** Separates a delivery's key from the place it was redirected to. */
const INSTEAD = ' > '

/**
 * Redirects an undeliverable direct message to the reader's next account, in the transaction that gives up the one
 * before, so that each account is tried once and one gets it. False where none is left.
 */
export const redirectDelivery = async (
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
  // A row's kind was declared by the version that wrote it.
  const about = { kind: kind as DeclaredName, subject }
  const instead = `${purpose}${INSTEAD}${next.platform} ${next.workspace}`
  await addDeliveries(scope, [
    { ...about, key: instead, readerId: readerId ?? undefined, place: next, dueAt: now },
  ])
  return true
}
