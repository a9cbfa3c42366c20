import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { recordingPlatform } from '../../src/cli/simulate/recording-platform.ts'
import { addDeliveries } from '../../src/store/outbox/deliveries.ts'
import { sampleRegion, startProduct, tokyo } from '../support/product.ts'
import { rowKind } from '../support/rows.ts'

const AT = tokyo('2026-04-06T09:30')

test('a message that cannot be made holds up none of those that are made with it', async () => {
  const product = await startProduct(tokyo('2026-04-06T09:10'))
  const region = await sampleRegion()
  await product.load(region)
  const seen = recordingPlatform(region)
  product.join(seen.platform)
  const place = { platform: 'practice' as const, workspace: region.id, user: 'sakura' }
  const planned = (key: string, kind: string) => ({
    key,
    kind: rowKind(kind),
    subject: '2026-04-05',
    place,
    dueAt: AT,
  })
  await product.database.inRegion(region.id, (scope) =>
    addDeliveries(scope, [
      ...Array.from({ length: 120 }, (_, at) => ({
        ...planned(`over:${at}`, 'digest'),
        readerId: 'sakura',
      })),
      planned('broken', 'a-kind-of-a-later-version'),
    ]),
  )
  await product.until(AT)
  const { rows } = await product.database.inRegion(region.id, ({ tx }) =>
    tx.execute<{ state: string; reason: string | null; count: number }>(
      sql`select state, reason, count(*)::int from deliveries where due_at >= ${AT.toString()} group by state, reason order by state`,
    ),
  )
  expect(rows).toEqual([
    { state: 'sending', reason: null, count: 1 },
    { state: 'skipped', reason: 'day-is-over', count: 120 },
  ])
})
