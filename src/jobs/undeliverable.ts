import { accountsFor } from '../domain/region/accounts.ts'
import type { Region } from '../domain/region/region.ts'
import { isExternal, type PlatformName } from '../domain/workspace/platforms.ts'
import type { Scope } from '../store/engine/database.ts'
import type { Delivery } from '../store/outbox/deliveries.ts'
import { redirectDelivery } from '../store/outbox/redirect-delivery.ts'
import { unreachableKind } from './notices/delivery/unreachable.ts'
import { announce, coordinators } from './notices/recipients.ts'

/** Reasons that mean the account cannot be reached, though the message is still worth sending. */
const UNDELIVERABLE: ReadonlySet<string> = new Set([
  'closed-to-bots',
  'no-place',
  'no-permission',
  'workspace-left',
])

/**
 * Redirects a direct message that was given up to the reader's other account. Where there is none, reports to the
 * coordinators, at most once a month a member. The practice workspace does not count as another account.
 */
export const redirectOrReport = async (
  scope: Scope,
  region: Region,
  delivery: Delivery,
  reason: string,
  running: ReadonlySet<PlatformName>,
  now: Temporal.Instant,
): Promise<void> => {
  const { readerId, account, kind } = delivery
  if (!UNDELIVERABLE.has(reason) || account === null || readerId === null) return
  const others = accountsFor(region, readerId, running).filter(({ platform }) => isExternal(platform))
  if (await redirectDelivery(scope, delivery, others, now)) return
  if (kind === unreachableKind.kind) return
  const payload = { member: readerId }
  const month = now.toZonedDateTimeISO(region.timeZone).toPlainDate().toPlainYearMonth()
  const told = coordinators({ region, running, key: unreachableKind.key(payload, month.toString()) })
  await announce(
    scope,
    unreachableKind.about(payload),
    told.filter((one) => one.readerId !== readerId),
    now,
  )
}
