import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { addSampleCases } from '../../../../src/actions/practice/sample.ts'
import type { Card } from '../../../../src/bot/card.ts'
import type { Place, Platform, Posted } from '../../../../src/bot/port.ts'
import { type RecordingPlatform, recordingPlatform } from '../../../../src/cli/simulate/recording-platform.ts'
import { sampleCases } from '../../../../src/domain/practice/sample-cases.ts'
import type { Region } from '../../../../src/domain/region/region.ts'
import { addDeliveries } from '../../../../src/store/outbox/deliveries.ts'
import { loadRegion } from '../../../../src/store/region/regions.ts'
import { peopleOf } from '../../../../src/store/workspace/workspace-people.ts'
import { codeIn, elsewhere } from '../../../support/elsewhere.ts'
import { people, saidIn } from '../../../support/people.ts'
import { onlyLiaison, type Product, sampleRegion, startProduct, tokyo } from '../../../support/product.ts'
import { rowKind } from '../../../support/rows.ts'

const SLACK = { platform: 'slack', workspace: 'T1' } as const
const DISCORD = { platform: 'discord', workspace: '900000000000000001' } as const
/** A Monday, when open monitoring is told. */
const MORNING = tokyo('2026-04-06T12:00')
let product: Product
let slack: RecordingPlatform
let discord: RecordingPlatform
/** Users who take no direct messages on Discord. */
let closed: Set<string>

/** Riku has an account in each workspace, Sakura on Discord alone, the coordinators on Slack and Discord. */
const withAccounts = (region: Region): Region => ({
  ...region,
  workspaces: [
    { platform: 'slack', id: SLACK.workspace, name: '見本の連絡' },
    { platform: 'discord', id: DISCORD.workspace, name: '見本の広場' },
  ],
  members: region.members.map((member) => {
    const onSlack = { ...SLACK, user: `U-${member.id}` }
    const onDiscord = { ...DISCORD, user: `D-${member.id}` }
    if (member.id === 'sakura') return { ...member, accounts: [onDiscord] }
    return { ...member, accounts: member.id === 'midori' ? [onSlack, onDiscord] : [onDiscord, onSlack] }
  }),
  bodies: region.bodies.map((body) => ({
    ...body,
    channels: [
      { ...SLACK, channel: `C-${body.id}` },
      { ...DISCORD, channel: `7-${body.id}` },
    ],
  })),
})

const stored = () => product.database.inRegion('saikatsuhoku', loadRegion)
const told = ({ posts }: RecordingPlatform, user: string, tag?: string): Card[] =>
  posts
    .filter(({ place, card }) => 'user' in place && place.user === user && (tag ?? card.tag) === card.tag)
    .map(({ card }) => card)

beforeEach(async () => {
  product = await startProduct(tokyo('2026-04-06T08:00'))
  const region = withAccounts(onlyLiaison(await sampleRegion()))
  await product.load(region)
  const cases = sampleCases(region, Temporal.PlainDate.from('2026-04-06'))
  await product.database.inRegion(region.id, (scope) => addSampleCases(scope, cases, product.clock.now()))
  slack = recordingPlatform(region)
  discord = recordingPlatform(region)
  closed = new Set()
  const refusing = async (place: Place, card: Card, key: string): Promise<Posted> =>
    'user' in place && closed.has(place.user)
      ? { ok: false, failure: 'refused', reason: 'closed-to-bots', detail: '50007' }
      : discord.platform.post(place, card, key)
  product.join({ ...slack.platform, name: 'slack' })
  product.join({
    ...discord.platform,
    name: 'discord',
    post: refusing,
  } satisfies Platform)
})

/** Open on Mondays only: months pass sooner. */
const openSeldom = async () => product.load({ ...(await stored()), workingDays: [1], visits: undefined })

test('a message comes to the account its reader chose, once; the choice stays in the region', async () => {
  const riku = elsewhere(product, DISCORD)
  expect(saidIn(await riku.types('D-riku', 'tsunagi notify'))).toContain(
    'Discord「見本の広場」（ここで聞く）',
  )
  const chosen = await riku.presses('D-riku', 'tsunagi.notify', { account: 'slack T1' })
  expect(saidIn(chosen)).toContain('これから、お知らせはSlack「見本の連絡」に届きます')
  await product.until(MORNING)
  expect(told(slack, 'U-riku', 'digest')).toHaveLength(1)
  expect(told(discord, 'D-riku')).toEqual([])
  expect((await stored()).members.find(({ id }) => id === 'riku')?.accounts[0]?.platform).toBe('slack')
})

test('where direct messages are closed, the other account hears, once', async () => {
  closed.add('D-riku')
  await product.until(MORNING)
  expect(told(slack, 'U-riku', 'digest')).toHaveLength(1)
  expect(told(slack, 'U-midori', 'connecting.unreachable')).toEqual([])
})

test('where all are closed, the coordinators hear it once in the month, and not the person', async () => {
  await openSeldom()
  closed.add('D-sakura')
  await product.until(tokyo('2026-04-10T12:00'))
  const heard = told(slack, 'U-midori', 'connecting.unreachable').map(saidIn)
  expect(heard).toHaveLength(1)
  expect(heard[0]).toContain('架空 さくらさんにお知らせが届きません')
  await product.until(tokyo('2026-05-12T12:00'))
  expect(told(slack, 'U-midori', 'connecting.unreachable')).toHaveLength(2)
})

test('a coordinator whom nothing reaches is told of to the others, and it ends there', async () => {
  closed.add('D-daichi')
  const region = await stored()
  await product.load({
    ...region,
    members: region.members.map((one) =>
      one.id === 'daichi' ? { ...one, accounts: [{ ...DISCORD, user: 'D-daichi' }] } : one,
    ),
  })
  const place = { ...DISCORD, user: 'D-daichi' }
  await product.database.inRegion('saikatsuhoku', (scope) =>
    addDeliveries(scope, [
      {
        key: 'one',
        kind: rowKind('unreachable'),
        subject: 'riku',
        readerId: 'daichi',
        place,
        dueAt: product.clock.now(),
      },
    ]),
  )
  await product.until(tokyo('2026-04-06T09:30'))
  const daichi = told(slack, 'U-midori', 'connecting.unreachable').map(saidIn)
  expect(daichi.filter((one) => one.includes('見本 だいちさんに'))).toHaveLength(1)
})

test('a workspace that is left hears nothing; its people are told elsewhere, and the coordinators once', async () => {
  await product.workspaceLeft('discord', DISCORD.workspace)
  await product.workspaceLeft('discord', DISCORD.workspace)
  await product.until(tokyo('2026-04-20T12:00'))
  expect(discord.posts).toEqual([])
  expect(told(slack, 'U-riku', 'digest').length).toBeGreaterThan(0)
  const heard = told(slack, 'U-midori', 'connecting.left').map(saidIn)
  expect(heard).toHaveLength(1)
  expect(heard[0]).toContain('Discord「見本の広場」からつなぎが外されました')
  expect(heard[0]).toContain('5月6日')
  expect(heard[0]).toContain('架空 さくら')
  const refused = await elsewhere(product, DISCORD).types('D-riku', 'case list')
  expect(saidIn(refused)).toContain('まだ圏域につながっていません')
})

test('what was on its way when a workspace was left falls back, and a post waits a day for it', async () => {
  const now = product.clock.now()
  const message = { kind: rowKind('unreachable'), subject: 'sakura', dueAt: now.add({ minutes: 70 }) }
  await product.database.inRegion('saikatsuhoku', (scope) =>
    addDeliveries(scope, [
      { ...message, key: 'a', readerId: 'riku', place: { ...DISCORD, user: 'D-riku' } },
      { ...message, key: 'b', place: { ...DISCORD, channel: '7-renrakukai' } },
    ]),
  )
  await product.workspaceLeft('discord', DISCORD.workspace)
  await product.until(tokyo('2026-04-06T14:00'))
  expect(told(slack, 'U-riku', 'connecting.unreachable')).toHaveLength(1)
  await elsewhere(product, DISCORD).types(
    'D-midori',
    `tsunagi connect ${codeIn(await people(product).types('midori', 'tsunagi invite'))}`,
  )
  await product.until(tokyo('2026-04-06T16:00'))
  expect(discord.posts.filter(({ place }) => 'channel' in place).map(({ key }) => key)).toEqual(['b'])
})

test('within the grace a workspace comes back as it was, by a code; after it nothing is known of it', async () => {
  await openSeldom()
  const back = async () =>
    elsewhere(product, DISCORD).types(
      'D-midori',
      `tsunagi connect ${codeIn(await people(product).types('midori', 'tsunagi invite'))}`,
    )
  await product.workspaceLeft('discord', DISCORD.workspace)
  await product.until(tokyo('2026-05-05T12:00'))
  expect(saidIn(await back())).toContain('につながりました')
  expect(saidIn(await elsewhere(product, DISCORD).types('D-riku', 'tsunagi help'))).toContain('架空 りくさん')
  await product.until(tokyo('2026-05-07T12:00'))
  expect((await stored()).bodies[0]?.channels).toHaveLength(2)

  await product.workspaceLeft('discord', DISCORD.workspace)
  await product.until(tokyo('2026-06-08T12:00'))
  const after = await stored()
  expect(after.workspaces.map(({ platform }) => platform)).toEqual(['slack'])
  expect(
    after.members.flatMap(({ accounts }) => accounts).every(({ platform }) => platform === 'slack'),
  ).toBe(true)
  expect(after.bodies.every(({ channels }) => channels.length === 1)).toBe(true)
})

test('somebody unknown is asked for once; a coordinator says who it is, and can take it back', async () => {
  const at = elsewhere(product, SLACK)
  const asks = () => told(slack, 'U-midori', 'connecting.request')
  for (const words of ['case list', 'tsunagi help', 'case list']) {
    const reply = await product.dispatch({
      kind: 'words',
      words,
      event: randomUUID(),
      name: '画面の さくら',
      account: { ...SLACK, user: 'U-NEW' },
    })
    expect(saidIn(reply)).toContain('お知らせしました')
  }
  await product.until(tokyo('2026-04-06T09:10'))
  expect(asks()).toHaveLength(1)
  expect(saidIn(asks()[0] as Card)).toContain('画面の さくら')
  const [, request = ''] = /"request":"([^"]+)"/.exec(saidIn(asks()[0] as Card)) ?? []
  const form = await at.presses('U-midori', 'tsunagi.known', { request })
  if (form.kind !== 'form') throw new Error(saidIn(form))
  const [members] = form.form.fields
  expect(members?.kind === 'choice' && members.choices.map(({ value }) => value)).toEqual(['sakura'])
  const both = await Promise.all(
    ['U-midori', 'U-daichi'].map((user) =>
      at.submits(user, 'tsunagi.known', { request }, { named: '架空さくら' }),
    ),
  )
  expect(both.map(saidIn).filter((said) => said.includes('結びました'))).toHaveLength(1)
  expect(saidIn(await at.types('U-NEW', 'tsunagi help'))).toContain('架空 さくらさん')
  expect(saidIn(await at.presses('U-midori', 'tsunagi.unlink', { request }))).toContain('取り消しました')
  expect(saidIn(await at.types('U-NEW', 'tsunagi help'))).toContain('どなたか、まだわかりません')
  await product.until(tokyo('2026-04-06T09:20'))
  expect(asks()).toHaveLength(2)
})

test('who was declined is not asked for again', async () => {
  const at = elsewhere(product, SLACK)
  await at.types('U-NEW', 'case list')
  await product.until(tokyo('2026-04-06T09:10'))
  const [, request = ''] =
    /"request":"([^"]+)"/.exec(saidIn(told(slack, 'U-midori', 'connecting.request')[0] as Card)) ?? []
  await at.presses('U-midori', 'tsunagi.decline', { request })
  await at.types('U-NEW', 'case list')
  await product.until(tokyo('2026-04-06T10:00'))
  expect(told(slack, 'U-midori', 'connecting.request')).toHaveLength(1)
})

test('after connecting, who is there is asked of the platform', async () => {
  const other = elsewhere(product, { platform: 'slack', workspace: 'T2' })
  const code = codeIn(await people(product).types('midori', 'tsunagi invite'))
  await other.types('U-midori-2', `tsunagi connect ${code}`)
  await product.until(tokyo('2026-04-06T08:05'))
  const there = await product.database.inRegion('saikatsuhoku', (scope) =>
    peopleOf(scope, { platform: 'slack', workspace: 'T2' }),
  )
  expect(there.map(({ name }) => name)).toContain('架空 さくら')
})
