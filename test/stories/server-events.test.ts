import { expect, test } from 'vitest'
import { asOwner } from '../support/database.ts'
import { startDiscordDriver } from '../support/discord-driver.ts'
import { onlyLiaison, sampleRegion, startProduct, tokyo } from '../support/product.ts'
import { discordStage } from '../support/stages.ts'

const begin = async () => {
  const stage = discordStage()
  const product = await startProduct(tokyo('2026-06-01T08:00'))
  const region = stage.connect(onlyLiaison(await sampleRegion()), stage.workspace)
  const cast = ['midori', 'sakura']
  await product.load({
    ...region,
    members: region.members.map((one) => (cast.includes(one.id) ? one : { ...one, accounts: [] })),
  })
  const { platform, driver, fake } = await startDiscordDriver({
    dispatch: product.dispatch,
    commands: product.registry.views,
    users: cast.map(stage.user),
    channels: [{ id: stage.channel('renrakukai'), isPrivate: true, members: cast.map(stage.user) }],
  })
  product.join(platform)
  await asOwner(product.databaseUrl, region.id, (owner) =>
    owner.query(
      `insert into calendar_years (region_id, year, kept_clashes, confirmed_by, confirmed_at) values ($1, 2026, 0, 'midori', now())`,
      [region.id],
    ),
  )
  const shown = () =>
    fake.events.map(({ name, status, scheduled_start_time: start }) => [name, status, String(start)])
  return { product, driver, fake, shown, midori: stage.user('midori') }
}

const NAME = '指定特定相談支援事業所連絡会'

test('a confirmed meeting is among the server’s events, moves with it and is called off with it, once', async () => {
  const { product, driver, fake, shown, midori } = await begin()
  await product.until(tokyo('2026-06-01T12:00'))
  expect(shown()).toEqual([[NAME, 1, '2026-06-17T05:00:00Z']])
  expect(fake.events[0]).toMatchObject({ entity_metadata: { location: '基幹相談支援センター' } })
  await product.until(tokyo('2026-06-03T12:00'))
  expect(shown()).toHaveLength(1)

  await driver.types(midori, '/meeting move 2026-06-17')
  await driver.fills(midori, { date: '2026-06-18', time: '15:00', reach: 'one', keep: 'no' })
  await product.until(tokyo('2026-06-03T13:00'))
  expect(shown()).toEqual([[NAME, 1, '2026-06-18T06:00:00Z']])

  await driver.types(midori, '/meeting cancel 2026-06-18')
  await driver.fills(midori, { reason: '会場が使えないため' })
  await product.until(tokyo('2026-06-03T14:00'))
  expect(shown()).toEqual([[NAME, 4, '2026-06-18T06:00:00Z']])
})

test('an answer lost on the way makes no second event; where events are not allowed all else goes on', async () => {
  const { product, fake, shown } = await begin()
  fake.misbehave(/^POST .*scheduled-events$/, { does: 'drops' })
  await product.until(tokyo('2026-06-01T12:00'))
  expect(shown()).toHaveLength(1)
  fake.misbehave(/^GET .*scheduled-events$/, { does: 'refuses', status: 403, code: 50013 })
  await product.until(tokyo('2026-06-25T12:00'))
  expect(shown(), 'July’s is not shown').toHaveLength(1)
  const told = fake.messages.map(({ components }) => JSON.stringify(components))
  expect(told.filter((text) => text.includes('次第')).length, 'the agenda is').toBeGreaterThan(0)
})
