import type { Card } from '../../src/bot/card.ts'
import type { Language } from '../../src/bot/port.ts'
import { codeIn } from '../support/elsewhere.ts'
import { people } from '../support/people.ts'
import { type Product, sampleRegion, startProduct, tokyo } from '../support/product.ts'
import { sameIds } from './ids.ts'
import { inOrder, type Recorder, recorder, recordingPlatform } from './recorder.ts'
import { fiveMinutes, oneAfterAnother } from './time.ts'
import { pressesIn, walk } from './walk.ts'

type Region = Awaited<ReturnType<typeof sampleRegion>>
const SLACK = { platform: 'slack', workspace: 'T1' } as const
const DISCORD = { platform: 'discord', workspace: '900000000000000001' } as const
const SUMMARY = { assessment: '一人暮らし。', wishes: '続けたい。', policy: '見守る。', content: '訪問。' }
const PLAN = { code: 'S-0900', kind: 'new', validFrom: 'R8.4.1', validTo: 'R9.3.31', monitoring: '6' }

/** Riku has an account in each workspace, Sakura on Discord alone, the others on Slack too. */
const withAccounts = (region: Region, language: Language): Region => ({
  ...region,
  language,
  workspaces: [
    { ...SLACK, id: SLACK.workspace, name: '見本の連絡' },
    { ...DISCORD, id: DISCORD.workspace, name: '見本の広場' },
  ].map(({ platform, id, name }) => ({ platform, id, name })),
  series: region.series.filter(({ id }) => id === 'renrakukai'),
  members: region.members.map((member) => {
    const onSlack = { ...SLACK, user: `U-${member.id}` }
    const onDiscord = { ...DISCORD, user: `D-${member.id}` }
    if (member.id === 'sakura') return { ...member, accounts: [onDiscord] }
    return { ...member, accounts: member.id === 'riku' ? [onDiscord, onSlack] : [onSlack, onDiscord] }
  }),
  bodies: region.bodies.map((body) => ({
    ...body,
    channels: [
      { ...SLACK, channel: `C-${body.id}` },
      { ...DISCORD, channel: `7-${body.id}` },
    ],
  })),
})

const stage = async (language: Language) => {
  const product = oneAfterAnother(await startProduct(tokyo('2026-04-06T08:00')))
  await sameIds(product)
  const region = withAccounts(await sampleRegion(), language)
  await product.load(region)
  const record = recorder()
  const closed = new Set<string>()
  const state = { away: false }
  const at = () => fiveMinutes(product)
  const members = region.members.map(({ id }) => id)
  const onSlack = recordingPlatform(
    'slack',
    at,
    () => ({ members: [...members.map((id) => `U-${id}`), 'U-GUEST', 'U-OTHER'] }),
    [
      ...region.members.map(({ id, name }) => ({ user: `U-${id}`, name })),
      { user: 'U-NEW', name: '架空 さくら' },
    ],
    (place) => 'user' in place && closed.has(place.user),
  )
  const onDiscord = recordingPlatform(
    'discord',
    at,
    () => ({ members: members.map((id) => `D-${id}`) }),
    region.members.map(({ id, name }) => ({ user: `D-${id}`, name })),
    (place) => 'user' in place && closed.has(place.user),
  )
  for (const { platform } of [onSlack, onDiscord])
    product.join({
      ...platform,
      post: async (place, card, key) =>
        state.away
          ? { ok: false, failure: 'unavailable', detail: 'ECONNREFUSED' }
          : platform.post(place, card, key),
    })
  return { product, region, record, closed, state, arrivals: [onSlack.arrived, onDiscord.arrived] }
}

/** Commands that end what others need. */
const ENDING = new Set([
  ...['region', 'body', 'series', 'people', 'members', 'unlink', 'known'].map((verb) => `tsunagi.${verb}`),
  ...['meeting.cancel', 'meeting.move'],
])

/** Whose messages are read, beside those to channels. */
const READERS = /^(U-midori|D-midori|U-riku|D-riku|D-sakura|U-makoto|U-yukari)?$/

export type Elsewhere = { record: Recorder; product: Product }

/** What people see in real workspaces only, and what a region in good order does not come to. */
export const elsewhere = async (language: Language): Promise<Elsewhere> => {
  const { product, record, closed, state, arrivals } = await stage(language)
  const slack = walk(product, (user) => ({ ...SLACK, user }), ['U-midori', 'U-riku'], record, language)
  const discord = walk(product, (user) => ({ ...DISCORD, user }), [], record, language)
  const stranger = walk(product, (user) => ({ ...SLACK, workspace: 'T9', user }), [], record, language)
  const practice = people(product)
  let read = [0, 0]
  const cards: Card[] = []
  const until = async (local: string): Promise<void> => {
    await product.until(tokyo(local))
    const fresh = arrivals.flatMap((arrived, at) => arrived.slice(read[at]))
    read = arrivals.map(({ length }) => length)
    for (const one of inOrder(fresh)) {
      if (!READERS.test(one.user ?? '')) continue
      record.arrived(one)
      cards.push(one.card)
    }
  }
  /** Of the newest card with this tag: what stands on its button for this command. */
  const pressOn = (tag: string, command: string) => {
    const card = cards.findLast((one) => one.tag === tag)
    const press = card && pressesIn(card).find((one) => one.command === command)
    if (!press) throw new Error(`no ${command} on ${tag}: ${cards.map((one) => one.tag).join()}`)
    return press
  }
  const audit = () =>
    product.queues.finish([
      { job: 'audit-deliveries', jobId: `audit-${product.clock.now().epochMilliseconds}`, payload: {} },
    ])

  // Nobody's workspace, nobody known, nothing that is a command.
  for (const words of ['case list', 'tsunagi help', 'tsunagi connect BCDF-GHJK-LMNP'])
    await stranger.types('U-X', words)
  await stranger.presses('U-X', 'tsunagi.connect')
  await stranger.submit('U-X', 'tsunagi.connect', {}, { code: 'BCDF-GHJK' })
  await stranger.home('U-X')
  for (const words of [
    'cese list',
    'case lst',
    'case',
    '',
    'こんにちは',
    'case show',
    'case show \u0000',
    'ケース 一覧',
  ])
    await slack.types('U-midori', words)
  const named = { name: '画面の さくら' }
  for (const words of ['case list', 'tsunagi help', 'case list']) await slack.types('U-NEW', words, named)
  await slack.home('U-NEW')
  await slack.types('U-OTHER', 'case list', { name: '通りがかり' })
  await until('2026-04-06T09:15')
  const request = pressOn('connecting.request', 'tsunagi.known').options
  await slack.presses('U-riku', 'tsunagi.known', request)
  await slack.presses('U-midori', 'tsunagi.known', request)
  await slack.submit('U-midori', 'tsunagi.known', request, { named: '' })
  await slack.submit('U-midori', 'tsunagi.known', request, { named: '架空さくら' })
  await slack.submit('U-midori', 'tsunagi.known', request, { named: '架空さくら' })
  await slack.types('U-NEW', 'tsunagi help')
  await slack.presses('U-midori', 'tsunagi.unlink', request)
  await slack.presses('U-midori', 'tsunagi.unlink', request)
  await slack.types('U-OTHER', 'case list', { name: '通りがかり' })
  await until('2026-04-06T09:30')
  const other = pressOn('connecting.request', 'tsunagi.decline').options
  await slack.presses('U-midori', 'tsunagi.decline', other)
  await slack.presses('U-midori', 'tsunagi.decline', other)

  // Accounts, people, channels.
  await discord.types('D-riku', 'tsunagi notify')
  await discord.presses('D-riku', 'tsunagi.notify', { account: 'slack T1' })
  await discord.presses('D-riku', 'tsunagi.notify', { account: 'slack T8' })
  await slack.types('U-midori', 'tsunagi people')
  await until('2026-04-06T09:45')
  await slack.types('U-midori', 'tsunagi people')
  await slack.submit('U-midori', 'tsunagi.people', {}, { person: 'U-NEW' })
  await slack.submit('U-midori', 'tsunagi.people', {}, { person: 'U-NEW', member: 'sakura' })
  await slack.types('U-midori', 'tsunagi people')
  await slack.types('U-midori', 'tsunagi channel')
  await slack.types('U-riku', 'tsunagi channel')
  const code = codeIn(await practice.types('midori', 'tsunagi invite'))
  await stranger.types('U-midori9', `tsunagi connect ${code}`)
  await stranger.types('U-midori9', 'tsunagi help')
  await slack.types('U-midori', 'tsunagi invite sakura')
  await discord.types('D-midori', 'tsunagi link')
  await slack.types('U-midori', 'meeting year')
  await slack.round(ENDING, ['tsunagi'])

  // An outage, then what does not arrive.
  await until('2026-04-06T10:00')
  state.away = true
  await until('2026-04-07T11:00')
  await discord.types('D-sakura', 'tsunagi deliveries')
  await slack.types('U-midori', 'tsunagi undelivered')
  state.away = false
  for (const user of ['D-sakura', 'U-NEW']) closed.add(user)
  await discord.submit('D-sakura', 'case.register', {}, PLAN)
  await discord.submit('D-sakura', 'case.register', {}, { ...PLAN, code: 'S-0100', kind: 'renewal' })
  await discord.submit('D-sakura', 'summary.submit', { case: 'S-0900' }, { case: 'S-0900', ...SUMMARY })
  await discord.presses('D-sakura', 'case.assign', { case: 'S-0900' })
  await discord.submit('D-sakura', 'case.assign', { case: 'S-0900' }, { to: 'haruto' })
  await discord.submit('D-haruto', 'case.assign', { case: 'S-0900' }, { to: 'sakura' })
  await until('2026-04-09T18:00')
  state.away = true
  await until('2026-04-10T11:00')
  state.away = false
  await until('2026-04-10T12:00')
  await audit()
  await until('2026-04-10T12:05')
  await slack.types('U-midori', 'tsunagi undelivered')
  await slack.follow(ENDING)

  // A turn is swapped.
  const swap = { mine: '2027-04-01', theirs: '2028-04-01' }
  await slack.presses('U-yukari', 'rota.swap', { rota: 'kanji' })
  await slack.submit('U-yukari', 'rota.swap', { rota: 'kanji' }, { ...swap, theirs: '2026-04-01' })
  await slack.submit('U-yukari', 'rota.swap', { rota: 'kanji' }, swap)

  // A channel that outsiders read.
  await until('2026-04-14T15:00')
  for (const { command, options } of cards.flatMap(pressesIn))
    if (command === 'rota.answer') await slack.presses('U-makoto', command, options)
  const anyway = pressesIn(cards.findLast(({ tag }) => tag === 'agenda.withheld') ?? NO_CARD)
  for (const { command, options } of anyway) {
    await slack.presses('U-midori', command, options)
    // What the press made due is settled before the next one: the sweep is woken beside the reply.
    await product.until(product.clock.now())
  }
  await until('2026-04-14T16:00')

  // A meeting moved, called off; a workspace left; a fault of ours.
  const { meeting = '' } = pressOn('agenda.withheld', 'agenda.publish').options
  const moved = { date: '2026-04-22', time: '15:00', reach: 'one', keep: 'no', reason: '会場のため' }
  await slack.submit('U-midori', 'meeting.move', { meeting }, moved)
  await until('2026-04-14T17:00')
  await slack.submit('U-midori', 'meeting.cancel', { meeting }, { reason: '会場が使えないため' })
  await until('2026-04-15T12:00')
  await product.workspaceLeft('discord', DISCORD.workspace)
  await until('2026-04-17T12:00')
  await discord.types('D-riku', 'case list')
  await slack.types('U-midori', 'tsunagi notify')
  await slack.types('U-midori', 'tsunagi home')
  await until('2026-06-01T12:00')
  const { clock } = product
  const { now } = clock
  let broken = 0
  clock.now = () => {
    if (broken++ > 0) throw new Error('a fault of ours')
    return now()
  }
  const bug = await slack.does('U-midori', { kind: 'words', words: 'case list' })
  clock.now = now
  record.heard(
    'commands/words.txt',
    'U-midori: a fault of ours',
    JSON.parse(unreferenced(JSON.stringify(bug))),
  )
  return { record, product }
}

const NO_CARD: Card = { tag: 'x', summary: 'x', parts: [] }

/** A bug's reference is made up each time. */
const unreferenced = (text: string): string => text.replaceAll(/[0-9a-f]{8}(?=\b)/g, 'REFERENCE')
