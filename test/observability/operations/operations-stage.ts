import { onTestFinished } from 'vitest'
import { systemClock } from '../../../src/app/system-clock.ts'
import { addressOf, closeServer, listen } from '../../../src/app/web.ts'
import type { Platform } from '../../../src/bot/port.ts'
import { recordingPlatform } from '../../../src/cli/simulate/recording-platform.ts'
import { operationsWeb } from '../../../src/observability/operations/operations.ts'
import { addDeliveries } from '../../../src/store/outbox/deliveries.ts'
import { onlyLiaison, sampleRegion, startProduct, tokyo } from '../../support/product.ts'
import { rowKind } from '../../support/rows.ts'

export const REGION = 'saikatsuhoku'
export const TOKEN = 'an-invented-token-of-the-tests'
const KEY = 'fails'

export type OperationsStage = {
  address: string
  databaseUrl: string
  /** Whether the platform takes the message that fails. */
  takes: boolean
  /** Plans one message that the platform refuses, and lets it be tried. */
  fail(): Promise<void>
  /** Everything that is due is done. */
  settle(): Promise<void>
  /** How often that message arrived. */
  arrived(): number
}

/** The operations page over the product with the sample region, on a platform that refuses one message. */
export const startOperations = async (): Promise<OperationsStage> => {
  const product = await startProduct(tokyo('2026-04-06T10:00'))
  const region = onlyLiaison(await sampleRegion())
  await product.load(region)
  const seen = recordingPlatform(region)
  const platform: Platform = {
    ...seen.platform,
    post: async (place, card, key) =>
      key === KEY && !stage.takes
        ? { ok: false, failure: 'refused', reason: 'no-place', detail: '' }
        : seen.platform.post(place, card, key),
  }
  product.join(platform)
  const operations = operationsWeb({
    watched: product,
    token: TOKEN,
    version: '0.1.0',
    publicUrl: 'http://localhost:3000',
    clock: systemClock,
  })
  const server = await listen({ ready: async () => true, operations }, 0, '127.0.0.1')
  onTestFinished(() => closeServer(server))
  const settle = () => product.until(product.clock.now())
  const refused = {
    key: KEY,
    kind: rowKind('unreachable'),
    subject: 'sakura',
    readerId: 'midori',
    place: { platform: 'practice', workspace: REGION, user: 'midori' },
  } as const
  const stage: OperationsStage = {
    address: addressOf(server),
    databaseUrl: product.databaseUrl,
    takes: false,
    fail: async () => {
      const dueAt = product.clock.now()
      await product.database.inRegion(REGION, (scope) => addDeliveries(scope, [{ ...refused, dueAt }]))
      await settle()
    },
    settle,
    arrived: () => seen.posts.filter(({ key }) => key === KEY).length,
  }
  return stage
}
