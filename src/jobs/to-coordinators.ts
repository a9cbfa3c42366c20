import { accountFor } from '../domain/region/accounts.ts'
import type { Region } from '../domain/region/region.ts'
import type { PlatformName } from '../domain/workspace/platforms.ts'
import type { NewDelivery } from '../store/outbox/deliveries.ts'

/** The same message to each coordinator, where they can be reached. */
export const toCoordinators = (
  region: Region,
  running: ReadonlySet<PlatformName>,
  key: string,
  message: Pick<NewDelivery, 'kind' | 'subject' | 'dueAt'>,
): NewDelivery[] =>
  region.members
    .filter(({ roles }) => roles.includes('coordinator'))
    .flatMap(({ id }) => {
      const place = accountFor(region, id, running)
      return place ? [{ ...message, key: `${key}:${id}`, readerId: id, place }] : []
    })
