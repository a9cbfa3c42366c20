import { beforeEach, expect, test } from 'vitest'
import type { FormValues } from '../../../src/bot/form.ts'
import { type RecordingPlatform, recordingPlatform } from '../../../src/cli/simulate/recording-platform.ts'
import type { Region } from '../../../src/domain/region/region.ts'
import { planReminders } from '../../../src/store/outbox/reminders.ts'
import { asOwner } from '../../support/database.ts'
import { people, saidIn } from '../../support/people.ts'
import { onlyLiaison, type Product, sampleRegion, startProduct, tokyo } from '../../support/product.ts'
import { rowKind } from '../../support/rows.ts'

let product: Product
let seen: RecordingPlatform
let at: ReturnType<typeof people>
let region: Region

type Row = {
  id: string
  nominal: string
  starts: string
  cancelled: string | null
  sequence: number
  by_hand: boolean
}
/** The meetings of the one series, as they stand, times by the region's clock. */
const meetings = (): Promise<Row[]> =>
  asOwner(product.databaseUrl, region.id, async (owner) => {
    const { rows } = await owner.query<Row>(
      `select id, nominal::text, to_char(starts_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD HH24:MI') as starts,
        cancelled, sequence, by_hand from meetings order by nominal`,
    )
    return rows
  })
const nth = async (index: number): Promise<Row> => {
  const row = (await meetings())[index]
  if (!row) throw new Error(`no meeting ${index}`)
  return row
}
const moves = (meeting: string, values: Partial<Record<string, string>>, user = 'midori') =>
  at.submits(user, 'meeting.move', { meeting }, { reach: 'one', keep: 'no', ...values } as FormValues)
const inChannel = () =>
  seen.posts
    .filter(({ place, card }) => 'channel' in place && card.tag !== 'agenda')
    .map(({ card }) => saidIn(card))
const told = (user: string) =>
  seen.posts.filter(({ place }) => 'user' in place && place.user === user).map(({ card }) => saidIn(card))

beforeEach(async () => {
  product = await startProduct(tokyo('2026-04-07T10:00'))
  region = onlyLiaison(await sampleRegion())
  await product.load(region)
  seen = recordingPlatform(region)
  product.join(seen.platform)
  at = people(product, region.id)
})

test('a moved meeting stays itself: its summaries and agenda go with it, and planning again does not move it back', async () => {
  const before = await nth(1)
  const reply = await moves(before.id, { date: '2026-06-02', time: '１５時半' })
  expect(saidIn(reply)).toContain('6月2日（火）15:30')
  await product.load(region)
  const after = await nth(1)
  expect(after).toMatchObject({
    id: before.id,
    nominal: before.nominal,
    starts: '2026-06-02 15:30',
    by_hand: true,
  })
  expect(after.sequence).toBe(1)
  await product.until(tokyo('2026-06-02T12:00'))
  const agenda = seen.posts.find(({ card }) => card.tag === 'agenda' && saidIn(card).includes('6月2日'))
  expect(agenda).toBeDefined()
  await moves(before.id, { date: '2026-06-05', time: '10:00' })
  await product.until(tokyo('2026-06-02T12:05'))
  expect(inChannel().filter((text) => text.includes('6月2日（火）15:30 → 6月5日（金）10:00'))).toHaveLength(1)
  const changes = await asOwner(product.databaseUrl, region.id, async (owner) => {
    const { rows } = await owner.query<{ changes: object[] }>(
      'select changes from agendas where meeting_id = $1',
      [before.id],
    )
    return rows[0]?.changes
  })
  expect(changes).toMatchObject([{ what: 'moved', by: 'midori' }])
})

test('who attends hears of a far change in the next morning, and of a near one at once in the channel', async () => {
  const far = await nth(1)
  await moves(far.id, { date: '2026-06-02', time: '15:00' })
  await product.until(tokyo('2026-04-08T12:00'))
  expect(inChannel()).toEqual([])
  expect(told('sakura').filter((text) => text.includes('会議の変更'))).toHaveLength(1)
  expect(told('midori').filter((text) => text.includes('会議の変更'))).toEqual([])
  await product.until(tokyo('2026-04-09T12:00'))
  expect(told('sakura').filter((text) => text.includes('会議の変更'))).toHaveLength(1)

  const near = await nth(0)
  const day = near.starts.slice(0, 10)
  await product.until(tokyo(`${day}T08:00`))
  await at.submits('midori', 'meeting.cancel', { meeting: near.id }, { reason: '大雪のため' })
  await product.until(tokyo(`${day}T08:05`))
  expect(inChannel().filter((text) => text.includes('大雪のため'))).toHaveLength(1)
})

test('a cancelled meeting hands its summaries on and says nothing more; taken back it says its agenda again', async () => {
  const [first, second] = [await nth(0), await nth(1)]
  await at.submits('sakura', 'summary.notice', {}, { topic: '研修のお知らせ', content: '資料を配ります。' })
  const summaryAt = () =>
    asOwner(product.databaseUrl, region.id, async (owner) => {
      const { rows } = await owner.query<{ meeting_id: string }>('select meeting_id from summaries')
      return rows.map(({ meeting_id: id }) => id)
    })
  expect(await summaryAt()).toEqual([first.id])
  const reply = await at.submits(
    'midori',
    'meeting.cancel',
    { meeting: first.id },
    { reason: '会場が使えないため' },
  )
  expect(saidIn(reply)).toContain('1件')
  expect(await summaryAt()).toEqual([second.id])
  await product.load(region)
  expect((await nth(0)).cancelled).toBe('by_hand')
  expect(saidIn(await at.types('midori', '会議 復活'))).toContain(first.id)
  expect(saidIn(await at.presses('midori', 'meeting.restore', { meeting: first.id }))).toContain('戻しました')
  expect(await nth(0)).toMatchObject({ cancelled: null, starts: first.starts, sequence: 2 })
  await product.until(tokyo(`${first.starts.slice(0, 10)}T23:00`))
  expect(seen.posts.filter(({ card }) => card.tag === 'agenda')).toHaveLength(1)
})

test('a cancelled meeting that is taken back says everything again that was still to be said', async () => {
  const first = await nth(0)
  const update = { kind: rowKind('agenda-update'), subject: first.id, key: `agenda-update:${first.id}` }
  const dueAt = tokyo(`${first.starts.slice(0, 10)}T09:00`)
  await product.database.inRegion(region.id, (scope) => planReminders(scope, [{ ...update, dueAt }]))
  const waiting = () =>
    asOwner(product.databaseUrl, region.id, async (owner) => {
      const { rows } = await owner.query<{ kind: string }>(
        'select kind from reminders where subject = $1 and settled_at is null order by kind',
        [first.id],
      )
      return rows.map(({ kind }) => kind)
    })
  const before = await waiting()
  expect(before).toContain('agenda-update')
  expect(before).toContain('agenda-publish')
  await at.submits('midori', 'meeting.cancel', { meeting: first.id }, { reason: '会場が使えないため' })
  expect(await waiting()).toEqual([])
  await at.presses('midori', 'meeting.restore', { meeting: first.id })
  expect(await waiting()).toEqual(before)
})

test('this and all after meet on the other day, but what was moved by hand stays; then all, then back', async () => {
  const before = await meetings()
  const [, second, third, fourth] = before
  if (!second || !third || !fourth) throw new Error('too few meetings')
  await moves(fourth.id, { date: '2026-07-30', time: '10:00' })
  const reply = await moves(second.id, { date: shift(second.starts, 1), time: '16:00', reach: 'after' })
  expect(saidIn(reply)).toContain('この回から後の全部')
  const after = await meetings()
  expect(after[0]).toEqual(before[0])
  expect(after[1]).toMatchObject({
    id: second.id,
    starts: `${shift(second.starts, 1)} 16:00`,
    by_hand: false,
  })
  expect(after[2]).toMatchObject({ id: third.id, nominal: third.nominal })
  expect(after[2]?.starts).toBe(`${shift(third.nominal, 1)} 16:00`)
  expect(after[3]).toMatchObject({ id: fourth.id, starts: '2026-07-30 10:00' })
  expect(after.filter(({ cancelled }) => cancelled !== null)).toEqual([])
  await product.load(region)
  expect(await meetings()).toEqual(after)
  expect(saidIn(await at.types('sakura', 'meeting series'))).toContain('16:00')
  await moves(second.id, { date: second.nominal, time: '14:00', reach: 'all' })
  expect((await meetings()).map(({ nominal }) => nominal)).toEqual(before.map(({ nominal }) => nominal))
  expect((await nth(2)).starts).toBe(`${third.nominal} 14:00`)
})

const shift = (day: string, days: number): string =>
  Temporal.PlainDate.from(day.slice(0, 10)).add({ days }).toString()

test('what cannot be is refused at its field, and a closed day or a clash may be kept by saying so', async () => {
  const one = await nth(1)
  const other = await nth(2)
  const fault = async (values: Partial<Record<string, string>>) => {
    const reply = await moves(one.id, values)
    return reply.kind === 'correct' ? JSON.stringify(reply.faults.fields) : reply.kind
  }
  expect(await fault({ date: '2026-04-01', time: '14:00' })).toContain('過ぎた')
  expect(await fault({ date: '2026-05-05', time: '14:00' })).toContain('こどもの日')
  expect(await fault({ date: '2026-05-09', time: '14:00', reach: 'after', keep: 'yes' })).toContain('土日')
  expect(await fault({ date: '2026-09-01', time: '14:00', reach: 'all' })).toContain('28日')
  expect(await fault({ date: '2026-05-12', time: '25時' })).toContain('時刻')
  const [day = '', time = ''] = other.starts.split(' ')
  expect(await fault({ date: day, time })).toContain('同じ時に2つ')
  expect(await meetings()).toContainEqual(one)
  expect(await fault({ date: day, time, keep: 'yes' })).toBe('card')
  expect((await nth(1)).starts).toBe(other.starts)
  expect(await fault({ date: '2026-05-05', time: '14:00', keep: 'yes' })).toBe('card')
  const refused = await at.submits(
    'midori',
    'meeting.cancel',
    { meeting: one.id },
    { reason: '氏名：山田太郎さんの都合' },
  )
  expect(refused.kind).toBe('correct')
  expect(saidIn(await moves(one.id, { date: '2026-06-02', time: '10:00' }, 'sakura'))).toContain(
    'answer.not-permitted',
  )
})

test('a meeting that has begun is not moved, nor cancelled', async () => {
  const first = await nth(0)
  await product.until(tokyo(`${first.starts.slice(0, 10)}T23:00`))
  expect(saidIn(await moves(first.id, { date: '2026-12-01', time: '10:00' }))).toContain('もう始まった')
  expect(saidIn(await at.presses('midori', 'meeting.cancel', { meeting: first.id }))).toContain(
    'もう始まった',
  )
  expect(saidIn(await at.presses('midori', 'meeting.restore', { meeting: first.id }))).toContain(
    'もう始まった',
  )
})

test('a meeting that its series leaves out on a closed day is held when it is given a day', async () => {
  const [liaison] = region.series
  if (!liaison) throw new Error('no series')
  const days = { rule: 'FREQ=MONTHLY;BYMONTHDAY=29', onClosedDay: 'skip' as const }
  const series = [...region.series, { ...liaison, ...days, id: 'toki', name: 'とびとびの会' }]
  await product.load({ ...region, series })
  const showa = async () =>
    (await meetings()).find(
      ({ nominal, cancelled }) => nominal === '2026-04-29' && cancelled !== 'rule_changed',
    )
  const before = await showa()
  expect(before?.cancelled).toBe('closed_day')
  expect(saidIn(await at.types('midori', 'meeting cancel 4/29'))).toContain('中止になっています')
  const form = await at.types('midori', 'meeting move 4/29')
  expect(form.kind).toBe('form')
  await moves(before?.id ?? '', { date: '2026-04-30', time: '14:00' })
  expect(await showa()).toMatchObject({ id: before?.id, cancelled: null, starts: '2026-04-30 14:00' })
  expect(saidIn(await at.presses('midori', 'meeting.restore', { meeting: before?.id ?? '' }))).toContain(
    'この回は開かれません',
  )
})
