import type { About } from '../../domain/delivery/notice.ts'
import { accountFor, channelsFor } from '../../domain/region/accounts.ts'
import type { Region } from '../../domain/region/region.ts'
import { coordinatorsOf } from '../../domain/region/roster.ts'
import type { PlatformName } from '../../domain/workspace/platforms.ts'
import type { Scope } from '../../store/engine/database.ts'
import { addDeliveries, type NewDelivery } from '../../store/outbox/deliveries.ts'

/** A recipient: the place, and the idempotency key under which the message is sent there once. */
export type Recipient = Pick<NewDelivery, 'key' | 'place' | 'readerId'>

/** The region, the running platforms, and the prefix of the recipients' keys. */
type Reach = { region: Region; running: ReadonlySet<PlatformName>; key: string }

/** Resolves members to the accounts where they can be reached. */
export const members = ({ region, running, key }: Reach, ids: readonly string[]): Recipient[] =>
  ids.flatMap((readerId) => {
    const place = accountFor(region, readerId, running)
    return place ? [{ key: `${key}:${readerId}`, readerId, place }] : []
  })

export const coordinatorIds = (region: Region): string[] => coordinatorsOf(region).map(({ id }) => id)

/** Each coordinator. */
export const coordinators = (reach: Reach): Recipient[] => members(reach, coordinatorIds(reach.region))

/** Resolves a body to its channels; `no-channel` is the reason in the ledger where it has none. */
export const channelsOf = (reach: Reach, bodyId: string): Recipient[] | 'no-channel' => {
  const channels = channelsFor(reach.region, bodyId, reach.running).map((place) => ({
    key: `${reach.key}:${place.platform}:${place.workspace}:${place.channel}`,
    place,
  }))
  return channels.length > 0 ? channels : 'no-channel'
}

/** Puts one message a recipient into the outbox, in the caller's transaction. */
export const announce = (
  scope: Scope,
  about: About,
  recipients: readonly Recipient[],
  dueAt: Temporal.Instant,
): Promise<void> =>
  addDeliveries(
    scope,
    recipients.map((recipient) => ({ ...about, ...recipient, dueAt })),
  )
