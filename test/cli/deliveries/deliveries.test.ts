import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { type Config, readConfig } from '../../../src/app/config.ts'
import { deliveriesOf } from '../../../src/cli/deliveries/deliveries.ts'
import type { DeliveryLine } from '../../../src/domain/delivery/line.ts'
import { addDeliveries } from '../../../src/store/outbox/deliveries.ts'
import { type Product, sampleRegion, startProduct, tokyo } from '../../support/product.ts'
import { rowKind } from '../../support/rows.ts'

let product: Product
let config: Config

beforeEach(async () => {
  product = await startProduct(tokyo('2026-04-08T10:00'))
  const region = await sampleRegion()
  await product.load(region)
  await product.database.inRegion(region.id, (scope) =>
    addDeliveries(
      scope,
      ['sakura', 'midori'].map((readerId, at) => ({
        key: `of-${readerId}`,
        kind: rowKind('digest'),
        subject: '2026-04-08',
        readerId,
        place: { platform: 'practice', workspace: region.id, user: readerId },
        dueAt: tokyo(`2026-04-0${7 + at}T09:00`),
      })),
    ),
  )
  const dataDir = await mkdtemp(join(tmpdir(), 'tsunagi-deliveries-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  const given = { DATABASE_URL: product.databaseUrl, REDIS_URL: 'redis://127.0.0.1:1', DATA_DIR: dataDir }
  const read = readConfig({ ...given, TSUNAGI_KEY: randomBytes(32).toString('base64') })
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  config = read.config
})

const asked = (options: Parameters<typeof deliveriesOf>[0]) => deliveriesOf(options, config, product.clock)
const readers = (data: unknown) => (data as DeliveryLine[]).map(({ readerId }) => readerId)

test('the newest first, a line each for people and all of it for a program', async () => {
  const said = await asked({})
  expect(readers(said.data)).toEqual(['midori', 'sakura'])
  expect(said.lines[1]).toMatch(
    /^2026-04-07T09:00:00\t朝のお知らせ\t架空 さくら\tまだ送っていません。まもなく送ります。$/,
  )
})

test('of one member, or since a day', async () => {
  expect(readers((await asked({ member: 'sakura' })).data)).toEqual(['sakura'])
  expect(readers((await asked({ since: '2026-04-08' })).data)).toEqual(['midori'])
})

test('who is not there and what is no day are refused in one line', async () => {
  expect(await asked({ member: 'nobody' })).toMatchObject({
    ok: false,
    lines: [expect.stringContaining('nobody')],
  })
  expect(await asked({ since: 'きのう' })).toMatchObject({
    ok: false,
    lines: [expect.stringContaining('きのう')],
  })
  expect(await asked({ region: 'nowhere' })).toMatchObject({ ok: false })
})
