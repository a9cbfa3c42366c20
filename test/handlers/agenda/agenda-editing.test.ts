import { beforeEach, expect, test } from 'vitest'
import type { Card } from '../../../src/bot/card.ts'
import type { Audience, Platform } from '../../../src/bot/port.ts'
import { type RecordingPlatform, recordingPlatform } from '../../../src/cli/simulate/recording-platform.ts'
import type { Region } from '../../../src/domain/region/region.ts'
import { people, saidIn } from '../../support/people.ts'
import { onlyLiaison, type Product, sampleRegion, startProduct, tokyo } from '../../support/product.ts'

let product: Product
let region: Region
let seen: RecordingPlatform
let at: ReturnType<typeof people>
/** The council's channel as it stands now. */
let channel: Card[]
let audience: Partial<Audience>
let pins: { pinned: string; instead: string | undefined }[]

const notice = (topic: string) => ({ topic, content: '7月にあります。' })
const summaryIn = (text: string, command = 'agenda.edit'): string =>
  new RegExp(`"command":"${command}","options":\\{"summary":"([0-9a-f-]{36})"`).exec(text)?.[1] ?? ''
const preview = async () => saidIn(await at.types('midori', 'agenda preview'))
const arrange = (user: string, summary: string, values: Record<string, string>, more = {}) =>
  at.submits(user, 'agenda.edit', { summary, ...more }, { minutes: '5', held: 'no', ...values })

beforeEach(async () => {
  product = await startProduct(tokyo('2026-06-01T10:00'))
  region = onlyLiaison(await sampleRegion())
  await product.load(region)
  seen = recordingPlatform(region)
  channel = []
  audience = {}
  pins = []
  const platform: Platform = {
    ...seen.platform,
    post: async (place, card, key) => {
      if ('channel' in place && place.channel !== undefined) channel.push(card)
      return seen.platform.post(place, card, key)
    },
    update: async (_, card) => {
      channel[channel.length - 1] = card
      return { ok: true }
    },
    pin: async ({ message }, instead) => {
      pins.push({ pinned: message, instead: instead?.message })
      return { ok: true }
    },
    audience: async (place) => {
      const usual = await seen.platform.audience(place)
      return usual.ok ? { ok: true, audience: { ...usual.audience, ...audience } } : usual
    },
  }
  product.join(platform)
  at = people(product)
})

test('an item is given its minutes, its place, and a paper; the draft shows them with clock times', async () => {
  await at.submits('riku', 'summary.notice', {}, notice('一番'))
  await product.until(tokyo('2026-06-01T11:00'))
  await at.submits('sumire', 'summary.notice', {}, notice('二番'))
  const ids = [...(await preview()).matchAll(/"summary":"([0-9a-f-]{36})"/g)].map(([, id]) => id ?? '')
  const paper = { paperTitle: '研修のちらし', paperUrl: 'https://example.jp/chirashi' }
  await arrange('midori', ids[1] ?? '', { position: '1', minutes: '10', ...paper })
  const draft = await preview()
  expect(draft.indexOf('14:00　連絡　二番')).toBeGreaterThan(0)
  expect(draft).toContain('14:10　連絡　一番')
  expect(draft).toContain('資料1　研修のちらし')
})

test('what is held back is named with its reason, and is on the next meeting’s agenda', async () => {
  await at.submits('riku', 'summary.notice', {}, notice('一番'))
  await arrange('midori', summaryIn(await preview()), { held: 'yes' })
  expect(await preview()).toContain('次回に回すことにしています')
  await product.until(tokyo('2026-06-16T12:00'))
  expect(saidIn(channel[0] as Card)).not.toContain('一番')
  expect(await preview()).toContain('連絡　一番')
})

test('two people at one item: nothing is lost, the second is told who was first and keeps what they typed', async () => {
  await at.submits('riku', 'summary.notice', {}, notice('一番'))
  const summary = summaryIn(await preview())
  await arrange('midori', summary, { minutes: '10' }, { seen: '0' })
  const second = await arrange('daichi', summary, { minutes: '20' }, { seen: '0' })
  expect(second).toMatchObject({
    kind: 'correct',
    faults: { general: expect.stringContaining('見本 みどりさん') },
  })
  expect(saidIn(second)).toContain('"20"')
  expect(await preview()).toContain('10分')
  if (second.kind !== 'correct') throw new Error('a form was expected')
  const { command, options } = second.form.press
  await at.submits('daichi', command, options, { minutes: '20', held: 'no' })
  expect(await preview()).toContain('20分')
})

test('changed after it went out, it is one post, changed in place, with what changed and by whom', async () => {
  await at.submits('riku', 'summary.notice', {}, notice('一番'))
  const summary = summaryIn(await preview())
  await product.until(tokyo('2026-06-16T12:00'))
  expect(channel).toHaveLength(1)
  await arrange('midori', summary, { minutes: '15' })
  await product.until(tokyo('2026-06-16T13:00'))
  expect(channel).toHaveLength(1)
  expect(saidIn(channel[0] as Card)).toContain('15分')
  expect(saidIn(channel[0] as Card)).toContain('変更: 連絡の時間や順番（見本 みどり）')
  await arrange('midori', summary, { held: 'yes' })
  await product.until(tokyo('2026-06-16T14:00'))
  expect(channel).toHaveLength(1)
  expect(saidIn(channel[0] as Card)).toContain('取り下げ')
  expect(saidIn(channel[0] as Card)).not.toContain('一番')
  expect(await preview()).toContain('一番')
})

test.each([
  ['made public', { isPrivate: false }, '公開になっています'],
  ['shared outside', { isSharedOutside: true }, '外部と共有'],
  ['joined by a guest', { members: ['midori', 'guest-1'] }, '名簿にない方が1人'],
] as const)(
  'a channel %s gets nothing; the centre is told why and can publish without case content',
  async (_, change, why) => {
    await at.submits(
      'sakura',
      'case.register',
      {},
      {
        code: 'S-0900',
        kind: 'renewal',
        validFrom: 'R8.6.1',
        validTo: 'R9.5.31',
        monitoring: '6',
      },
    )
    const texts = { assessment: '一人暮らし。', wishes: '続けたい。', policy: '見守る。', content: '訪問。' }
    await at.submits('sakura', 'summary.submit', { case: 'S-0900' }, { case: 'S-0900', ...texts })
    audience = {
      ...change,
      ...('members' in change ? { members: [...change.members] } : {}),
    } as Partial<Audience>
    await product.until(tokyo('2026-06-16T12:00'))
    expect(channel).toEqual([])
    const told = seen.posts.find(({ card }) => card.tag === 'agenda.withheld')
    expect(saidIn(told?.card as Card)).toContain(why)
    const meeting = /"meeting":"([0-9a-f-]{36})"/.exec(saidIn(told?.card as Card))?.[1] ?? ''
    await at.presses('midori', 'agenda.publish', { meeting, plain: 'yes' })
    await product.until(tokyo('2026-06-16T13:00'))
    expect(channel).toHaveLength(1)
    expect(saidIn(channel[0] as Card)).toContain('更新プラン')
    expect(saidIn(channel[0] as Card)).not.toContain('S-0900')
  },
)

test('a channel that was made public after the post is not updated', async () => {
  await at.submits('riku', 'summary.notice', {}, notice('一番'))
  const summary = summaryIn(await preview())
  await product.until(tokyo('2026-06-16T12:00'))
  audience = { isPrivate: false }
  await arrange('midori', summary, { minutes: '15' })
  await product.until(tokyo('2026-06-16T13:00'))
  expect(saidIn(channel[0] as Card)).not.toContain('15分')
  expect(seen.posts.some(({ card }) => card.tag === 'agenda.withheld')).toBe(true)
})

test('who sits on the body reads its past agendas; who does not, gets a polite no', async () => {
  await at.submits('riku', 'summary.notice', {}, notice('一番'))
  await product.until(tokyo('2026-06-16T12:00'))
  const history = saidIn(await at.types('sumire', 'agenda history'))
  const meeting = /"meeting":"([0-9a-f-]{36})"/.exec(history)?.[1] ?? ''
  expect(saidIn(await at.presses('sumire', 'agenda.show', { meeting }))).toContain('連絡　一番')
  expect(saidIn(await at.presses('iin-01', 'agenda.show', { meeting }))).not.toContain('一番')
})

test('the draft and the agenda come as Word, PDF and text, with no more than the body may see', async () => {
  await at.submits('riku', 'summary.notice', {}, notice('研修のお知らせ'))
  const reply = await at.types('midori', 'agenda export')
  if (reply.kind !== 'card') throw new Error(saidIn(reply))
  const [docx, pdf, markdown] = reply.files ?? []
  expect(reply.files?.map(({ name }) => name)).toEqual([
    'agenda-2026-06-17.docx',
    'agenda-2026-06-17.pdf',
    'agenda-2026-06-17.txt',
  ])
  expect(
    Buffer.from(docx?.bytes ?? [])
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
  expect(
    Buffer.from(pdf?.bytes ?? [])
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  const written = Buffer.from(markdown?.bytes ?? []).toString('utf8')
  expect(written).toContain('指定特定相談支援事業所連絡会')
  expect(written).toContain('研修のお知らせ')
})

test('the agenda is pinned in place of the last one', async () => {
  await product.until(tokyo('2026-07-21T12:00'))
  expect(pins).toHaveLength(2)
  expect(pins[0]?.instead).toBeUndefined()
  expect(pins[1]?.instead).toBe(pins[0]?.pinned)
})

test('an item of the published agenda has a place to be talked about, once, and not for who is not of the body', async () => {
  await at.submits('riku', 'summary.notice', {}, notice('一番'))
  await product.until(tokyo('2026-06-16T12:00'))
  const select = channel[0]?.parts.find(({ part }) => part === 'select')
  if (select?.part !== 'select') throw new Error('nothing to choose')
  const options = { ...select.press.options, item: select.choices.at(-1)?.value ?? '' }
  expect(select.choices.at(-1)?.label).toBe('連絡　一番')
  await at.presses('iin-01', select.press.command, options)
  await product.until(tokyo('2026-06-16T12:10'))
  expect(channel).toHaveLength(1)
  await at.presses('riku', select.press.command, options)
  await at.presses('sumire', select.press.command, options)
  await product.until(tokyo('2026-06-16T12:20'))
  expect(channel.slice(1).map(({ summary }) => summary)).toEqual(['連絡　一番'])
})

test('a place to talk about an item is not opened in a channel that somebody else has joined meanwhile', async () => {
  await at.submits('riku', 'summary.notice', {}, notice('一番'))
  await product.until(tokyo('2026-06-16T12:00'))
  const select = channel[0]?.parts.find(({ part }) => part === 'select')
  if (select?.part !== 'select') throw new Error('nothing to choose')
  audience = { members: ['riku', 'somebody-else'] }
  const options = { ...select.press.options, item: select.choices.at(-1)?.value ?? '' }
  await at.presses('riku', select.press.command, options)
  await product.until(tokyo('2026-06-16T12:20'))
  expect(channel).toHaveLength(1)
  const told = seen.posts.filter(({ place }) => 'user' in place && place.user === 'midori')
  expect(told.map(({ card }) => card.tag)).toContain('agenda.withheld')
})
