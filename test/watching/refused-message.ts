import type { Platform, Posted } from '../../src/bot/port.ts'
import type { Scope } from '../../src/store/database.ts'
import { addDeliveries } from '../../src/store/deliveries.ts'

const KEY = 'fails'

/** The platform, but for the one message that `failing` planned: `answer` says how it ends, undefined that it arrives. */
export const refuseOne = (platform: Platform, answer: () => Promise<Posted> | undefined): Platform => ({
  ...platform,
  post: (place, card, key) => (key === KEY ? answer() : undefined) ?? platform.post(place, card, key),
})

/** A message to a channel that the platform will not take: it says that the bot was removed somewhere. */
export const failing = (scope: Scope, now: Temporal.Instant): Promise<void> =>
  addDeliveries(scope, [
    {
      key: KEY,
      kind: 'unreachable',
      subject: 'sakura',
      readerId: 'midori',
      place: { platform: 'practice', workspace: scope.regionId, user: 'midori' },
      dueAt: now,
    },
  ])
