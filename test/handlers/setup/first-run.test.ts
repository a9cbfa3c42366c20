import { beforeEach, expect, test } from 'vitest'
import type { Reply } from '../../../src/bot/port.ts'
import { diffRegions } from '../../../src/domain/region/diff-regions.ts'
import { Region } from '../../../src/domain/region/region.ts'
import { loadRegion } from '../../../src/store/region/regions.ts'
import { makeCode } from '../../../src/store/workspace/connect-codes.ts'
import { keepPeople } from '../../../src/store/workspace/workspace-people.ts'
import { codeIn, elsewhere } from '../../support/elsewhere.ts'
import { people, saidIn } from '../../support/people.ts'
import { type Product, sampleRegion, startProduct, tokyo } from '../../support/product.ts'

const T1 = { platform: 'slack', workspace: 'T1' } as const
const HEAD = {
  name: '見本圏域',
  municipalities: '見本市\n見本町',
  days: ['1', '2', '3', '4', '5'],
  from: '8:30',
  to: '17:15',
  digestAt: '9:00',
}
let product: Product
let slack: ReturnType<typeof elsewhere>
let discord: ReturnType<typeof elsewhere>

const stored = () => product.database.inRegion('mihon', loadRegion)
const seenIn = (reply: Reply): string => {
  if (reply.kind !== 'form' && reply.kind !== 'correct') throw new Error(saidIn(reply))
  return reply.form.press.options.seen ?? ''
}

/** A region as `tsunagi region new` makes it, whose coordinator connects a Slack workspace. */
beforeEach(async () => {
  product = await startProduct(tokyo('2026-04-08T10:00'))
  const members = [{ id: 'member-1', name: '見本 みどり', roles: ['coordinator'] }]
  await product.load(Region.parse({ id: 'mihon', name: '見本', members }))
  slack = elsewhere(product, T1)
  discord = elsewhere(product, { platform: 'discord', workspace: '900000000000000001' })
  const code = await product.database.inRegion('mihon', (scope) =>
    makeCode(scope, { memberId: 'member-1', mayConnect: true }, product.clock.now()),
  )
  const first = saidIn(await slack.types('U1', `tsunagi connect ${code}`))
  expect(first).toContain('見本につながりました')
  expect(first).toContain('○ 事業所　まだ')
})

const head = async (values = HEAD, seen?: string) =>
  slack.submits(
    'U1',
    'tsunagi.region',
    { seen: seen ?? seenIn(await slack.presses('U1', 'tsunagi.region')) },
    values,
  )
const offices = (lines: string) => slack.submits('U1', 'tsunagi.offices', {}, { lines })
const members = (lines: string) => slack.submits('U1', 'tsunagi.members', {}, { lines })
const BODY = {
  name: '見本連絡会',
  kind: 'liaison',
  seats: ['officeKind plan', 'role coordinator'],
  disclosure: 'codes',
}
const SERIES = {
  name: '見本連絡会',
  body: 'body-1',
  kind: 'liaison',
  nth: '2',
  weekday: 'MO',
  time: '14:00',
  duration: '120',
  from: '2026-04-01',
  place: '会議室',
  summaries: 'yes',
}

test('from nothing to the first meetings in chat, left in one place and gone on with in another', async () => {
  await head()
  expect(
    saidIn(await offices('相談室 れんこん, 指定特定, 見本市\n見本基幹センター、基幹、見本町')),
  ).toContain('✓ 事業所　2か所')
  const link = codeIn(await slack.types('U1', 'tsunagi invite'))
  expect(saidIn(await discord.types('8001', `tsunagi connect ${link}`))).toContain('✓ 事業所　2か所')

  await discord.submits(
    '8001',
    'tsunagi.members',
    {},
    {
      lines: '架空　さくら,相談室れんこん,相談支援専門員・主任\n例示 ゆかり\t見本市\t自治体職員',
    },
  )
  await discord.submits('8001', 'tsunagi.body', {}, BODY)
  const channel = await discord.types('8001', 'tsunagi channel', '7001')
  if (channel.kind !== 'form') throw new Error(saidIn(channel))
  await discord.submits('8001', 'tsunagi.channel', channel.form.press.options, { body: 'body-1' })
  const last = saidIn(await discord.submits('8001', 'tsunagi.series', {}, SERIES))

  expect(last).toContain('これから1週間に、つなぎがすること')
  expect(last).toContain('4月13日（月）14:00　見本連絡会')
  expect(last).toContain('4月10日（金）10:00　見本連絡会の次第をチャンネルへ')
  const region = await stored()
  expect(region).toMatchObject({
    name: '見本圏域',
    offices: [{ name: '相談室 れんこん', kind: 'plan' }, { kind: 'core' }],
    bodies: [{ channels: [{ platform: 'discord', channel: '7001' }], disclosure: 'codes' }],
    series: [{ rule: 'FREQ=MONTHLY;BYDAY=2MO', agenda: { takesSummaries: true } }],
  })
  expect(region.members.map(({ name, roles }) => [name, roles])).toEqual([
    ['見本 みどり', ['coordinator']],
    ['架空 さくら', ['specialist', 'chief_specialist']],
    ['例示 ゆかり', ['officer']],
  ])
})

test('what is done in chat is the region file: an older file shows what it would take away', async () => {
  const before = await stored()
  await head()
  await offices('相談室 れんこん, 指定特定, 見本市')
  const link = codeIn(await slack.types('U1', 'tsunagi link'))
  await discord.types('8001', `tsunagi connect ${codeIn(await slack.types('U1', 'tsunagi invite'))}`)
  expect(link).toBeTruthy()
  const changes = diffRegions(await stored(), before)
  expect(changes).toContainEqual({ kind: 'remove', noun: 'offices', id: 'office-1' })
  expect(changes).toContainEqual({ kind: 'remove', noun: 'workspaces', id: 'discord 900000000000000001' })
  expect(changes).toContainEqual({
    kind: 'remove',
    noun: 'accounts',
    id: 'member-1 discord 900000000000000001 8001',
  })
})

test('every faulty line is told with its number, and nothing of the paste is stored', async () => {
  await head()
  const reply = await offices(
    '相談室 れんこん, 指定特定, 見本市\n相談室 くも, ふつう, 見本市\n, 基幹\n相談室 あおば, 一般, 隣市',
  )
  if (reply.kind !== 'correct') throw new Error(saidIn(reply))
  expect(reply.faults.fields.lines?.split('\n').map((line) => line.slice(0, 4))).toEqual(
    ['2行目:', '3行目:', '4行目:'].map((one) => one.slice(0, 4)),
  )
  expect((await stored()).offices).toEqual([])
  expect(saidIn(reply)).toContain('相談室 くも, ふつう')
})

test('pasted again, lines change what is there by its name and add nothing twice', async () => {
  await head()
  await offices('相談室 れんこん, 指定特定, 見本市')
  await offices('相談室れんこん, 委託, 見本町\n相談室 くも, 指定特定')
  expect((await stored()).offices).toMatchObject([
    { id: 'office-1', kind: 'commissioned' },
    { id: 'office-2', name: '相談室 くも' },
  ])
})

test('hours turned round and a morning outside them are refused at their fields', async () => {
  const turned = await head({ ...HEAD, from: '18:00' })
  expect(turned.kind === 'correct' && turned.faults.fields.to).toContain('前です')
  const outside = await head({ ...HEAD, digestAt: '7:00' })
  expect(outside.kind === 'correct' && Object.keys(outside.faults.fields)).toEqual(['digestAt'])
  expect((await stored()).name).toBe('見本')
})

test('nobody can make the last coordinator something else', async () => {
  const reply = await members('見本 みどり, , 専門員')
  expect(reply.kind === 'correct' && reply.faults.fields.lines).toContain('基幹職員が1人もいなくなります')
})

test('two coordinators at once: what both add stays, and the same thing is not changed unseen', async () => {
  await head()
  await members('見本 だいち, , 基幹職員')
  await slack.types('U2', `tsunagi link ${codeIn(await slack.types('U1', 'tsunagi invite 見本だいち'))}`)
  await Promise.all([
    offices('相談室 れんこん, 指定特定, 見本市'),
    slack.submits('U2', 'tsunagi.offices', {}, { lines: '相談室 くも, 指定特定, 見本町' }),
    slack.submits('U2', 'tsunagi.body', {}, BODY),
  ])
  const { offices: both, bodies } = await stored()
  expect(both.map(({ name }) => name).toSorted()).toEqual(['相談室 くも', '相談室 れんこん'])
  expect(bodies).toHaveLength(1)

  const seen = seenIn(await slack.presses('U2', 'tsunagi.region'))
  await head({ ...HEAD, name: '先の名前' })
  const late = await slack.submits('U2', 'tsunagi.region', { seen }, { ...HEAD, name: '後の名前' })
  expect(saidIn(late)).toContain('ほかの方が先に変えました')
  expect(saidIn(late)).toContain('後の名前')
  expect((await stored()).name).toBe('先の名前')
  await slack.submits('U2', 'tsunagi.region', { seen: seenIn(late) }, { ...HEAD, name: '後の名前' })
  expect((await stored()).name).toBe('後の名前')
})

test('somebody of the workspace is put on the roster, and whoever is called as on the roster is proposed', async () => {
  await head()
  await offices('相談室 れんこん, 指定特定, 見本市')
  await members('架空 さくら, 相談室 れんこん, 専門員')
  expect(saidIn(await slack.presses('U1', 'tsunagi.people'))).toContain('読みこんでいます')
  const there = [
    { user: 'U1', name: '見本 みどり' },
    { user: 'U7', name: '新しい人' },
    { user: 'U8', name: '架空さくら' },
  ]
  await product.database.inRegion('mihon', (scope) => keepPeople(scope, T1, there, product.clock.now()))
  const form = await slack.presses('U1', 'tsunagi.people')
  if (form.kind !== 'form') throw new Error(saidIn(form))
  const initial = Object.fromEntries(form.form.fields.map((field) => [field.name, field.initial]))
  expect(initial).toMatchObject({ person: 'U8', member: 'member-2' })
  await slack.submits('U1', 'tsunagi.people', {}, { person: 'U8', member: 'member-2' })
  const unsaid = await slack.submits('U1', 'tsunagi.people', {}, { person: 'U7', name: '架空 あらた' })
  expect(unsaid.kind === 'correct' && unsaid.faults.fields.role).toContain('役割')
  await slack.submits(
    'U1',
    'tsunagi.people',
    {},
    { person: 'U7', name: '架空 あらた', place: 'office-1', role: 'specialist' },
  )
  expect((await stored()).members.map(({ name, accounts }) => [name, accounts[0]?.user])).toEqual([
    ['見本 みどり', 'U1'],
    ['架空 さくら', 'U8'],
    ['架空 あらた', 'U7'],
  ])
  expect(saidIn(await slack.presses('U1', 'tsunagi.people'))).toContain('みな名簿と結ばれています')
})

test('the practice workspace has its people and channels by itself', async () => {
  await product.load(await sampleRegion())
  const practice = people(product)
  const setup = saidIn(await practice.types('midori', 'tsunagi setup'))
  expect(setup).toContain('準備ができています')
  expect(setup).not.toContain('アカウント')
  expect(saidIn(await practice.types('midori', 'tsunagi channel'))).toContain(
    '会議体ごとにチャンネルがあります',
  )
  expect(saidIn(await practice.types('midori', 'tsunagi people'))).toContain('みな使えます')
  expect(saidIn(await practice.types('midori', 'tsunagi connect ABCD'))).toContain(
    'もう埼葛北地区につながっています',
  )
  expect(saidIn(await practice.types('sakura', 'tsunagi setup'))).toContain('あなたの役割ではできません')
})
