import { accountsFor } from '../domain/region/accounts.ts'
import type { Region } from '../domain/region/region.ts'
import { isExternal, type PlatformName } from '../domain/workspace/platforms.ts'
import type { Scope } from '../store/engine/database.ts'
import { addDeliveries, type Delivery } from '../store/outbox/deliveries.ts'
import { fallBack } from '../store/outbox/redirect-delivery.ts'
import { toCoordinators } from './to-coordinators.ts'

/** Why somebody cannot be told something by an account, though it is worth saying. */
const CLOSED: ReadonlySet<string> = new Set(['closed-to-bots', 'no-place', 'no-permission', 'workspace-left'])

/**
 * What happens to a direct message that was given up: it goes to the reader's other account, and where there is none,
 * the coordinators hear once a month that this person hears nothing. A built-in platform is nobody's other account.
 */
export const notArrived = async (
  scope: Scope,
  region: Region,
  delivery: Delivery,
  reason: string,
  running: ReadonlySet<PlatformName>,
  now: Temporal.Instant,
): Promise<void> => {
  const { readerId, account, kind } = delivery
  if (!CLOSED.has(reason) || account === null || readerId === null) return
  const others = accountsFor(region, readerId, running).filter(({ platform }) => isExternal(platform))
  if (await fallBack(scope, delivery, others, now)) return
  if (kind === 'unreachable') return
  const month = now.toZonedDateTimeISO(region.timeZone).toPlainDate().toPlainYearMonth()
  const message = { kind: 'unreachable', subject: readerId, dueAt: now }
  const told = toCoordinators(region, running, `unreachable:${readerId}:${month}`, message)
  await addDeliveries(
    scope,
    told.filter((one) => one.readerId !== readerId),
  )
}
