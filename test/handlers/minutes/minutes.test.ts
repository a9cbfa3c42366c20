import readXlsx from 'read-excel-file/node'
import { beforeEach, expect, test } from 'vitest'
import { type RecordingPlatform, recordingPlatform } from '../../../src/cli/simulate/recording-platform.ts'
import type { Region } from '../../../src/domain/region/region.ts'
import { asOwner } from '../../support/database.ts'
import { meetingOn, submitSixSections } from '../../support/meetings.ts'
import { people, saidIn } from '../../support/people.ts'
import { onlyLiaison, type Product, sampleRegion, startProduct, tokyo } from '../../support/product.ts'

let product: Product
let region: Region
let seen: RecordingPlatform
let at: ReturnType<typeof people>
let meeting: string

const told = (user: string): string[] =>
  seen.posts.filter(({ place }) => 'user' in place && place.user === user).map(({ card }) => saidIn(card))
const step = (what: string, item: number) =>
  at.presses('riku', 'meeting.step', { meeting, do: what, at: String(item) })
const record = (user: string, item: number, values: Record<string, string>, more = {}) =>
  at.submits(user, 'meeting.record', { meeting, item: String(item), ...more }, values)
const show = async (user: string) => saidIn(await at.presses(user, 'minutes.show', { meeting }))
const FOLLOW_UP = { what1: '短期入所の空きを確かめる', who1: 'sakura', by1: '2026-06-30' }

/** 連絡会 of June, with sota as its chair, run and recorded by riku until its end. */
beforeEach(async () => {
  product = await startProduct(tokyo('2026-06-01T10:00'))
  region = onlyLiaison(await sampleRegion())
  const bodies = region.bodies.map((body) =>
    body.id === 'renrakukai'
      ? { ...body, members: [{ member: 'sota', duty: 'chair' as const }, ...body.members] }
      : body,
  )
  region = { ...region, bodies }
  await product.load(region)
  seen = recordingPlatform(region)
  product.join(seen.platform)
  at = people(product)
  meeting = await meetingOn(product, region, '2026-06-17')
  await submitSixSections(at)
  await at.types('sota', 'meeting recorder 架空りく')
  await at.submits(
    'aoi',
    'meeting.attend',
    {},
    { answer: 'absent', reason: '研修', deputyName: '仮名 もみじ' },
  )
  await at.submits('sakura', 'meeting.attend', {}, { answer: 'online' })
  await product.until(tokyo('2026-06-17T14:00'))
  await at.types('riku', 'meeting start')
})

/** All but the last item done, the last carried over, and its end. */
const held = async () => {
  const items = await asOwner(product.databaseUrl, region.id, async (owner) => {
    const { rows } = await owner.query<{ n: string }>('select count(*) as n from meeting_run_items')
    return Number(rows[0]?.n)
  })
  for (let item = 1; item < items; item += 1) await step('next', item)
  await step('carry', items)
  await product.until(tokyo('2026-06-17T15:00'))
  await step('end', 0)
}

test('what was decided, who does what by when, who was there, what waits: recorded, finished, approved by the chair', async () => {
  await record('riku', 2, { decision: '計画案のとおりに進める。', ...FOLLOW_UP })
  await held()
  const draft = await show('riku')
  expect(draft).toContain('【記録中】令和8年度 第3回 指定特定相談支援事業所連絡会 会議録')
  expect(draft).toContain('決定: 計画案のとおりに進める。')
  expect(draft).toContain('宿題: 短期入所の空きを確かめる（架空 さくら、6月30日（火）まで）')
  expect(draft).toContain('架空 あおい（代理 仮名 もみじ）')
  expect(draft).toContain('架空 さくら（オンライン）')
  expect(draft).toContain('次回に持ち越し')
  expect(await show('sakura')).toContain('まだ承認されていない')
  expect(saidIn(await at.presses('riku', 'minutes.finish', { meeting }))).toContain('架空 そうたさんに')
  expect(saidIn(await at.presses('midori', 'minutes.approve', { meeting }))).toContain(
    '会議録を承認できるのは',
  )
  await product.until(tokyo('2026-06-18T12:00'))
  expect(told('sota').join()).toContain('承認をお待ちしている会議録')
  expect(told('sakura').join()).not.toContain('会議録')
  expect(saidIn(await at.presses('sota', 'minutes.approve', { meeting, seen: '1' }))).toContain(
    '承認しました',
  )
  expect(await show('sakura')).toContain('そうたさんが承認')
  expect(await show('iin-01')).not.toContain('決定')
})

test('after approval a change is a version with who, when and why, and is approved anew; the body still reads the approved one', async () => {
  await record('riku', 2, { decision: '計画案のとおりに進める。' })
  await held()
  await at.presses('riku', 'minutes.finish', { meeting })
  await record('riku', 2, { decision: '計画案を直して進める。' }, { seen: '1' })
  expect(saidIn(await at.presses('sota', 'minutes.approve', { meeting, seen: '1' }))).toContain('新しい版')
  await at.presses('sota', 'minutes.approve', { meeting, seen: '2' })
  expect(saidIn(await record('riku', 2, { decision: '消す。' }))).toContain('座長、記録の方です')
  const refused = saidIn(await record('sota', 2, { decision: '消す。' }))
  expect(refused).toContain('会議録が承認されています')
  expect(refused).toContain('minutes.correct')
  const correction = { decision: '計画案を直し、毎月見る。', change: '間隔が抜けていた' }
  const corrected = await at.submits('sota', 'minutes.correct', { meeting, item: '2' }, correction)
  expect(saidIn(corrected)).toContain('第3版')
  const all = await show('sota')
  expect(all).toContain('【承認待ち】')
  expect(all).toMatch(/第3版　6月17日（水）　架空 そうた　2\(1\)の記録を直した　間隔が抜けていた/)
  expect(await show('sakura')).toContain('計画案を直して進める。')
  expect(await show('sakura')).not.toContain('毎月見る')
  await at.presses('sota', 'minutes.approve', { meeting, seen: '3' })
  expect(await show('sakura')).toContain('毎月見る')
})

const openFollowUps = () =>
  asOwner(product.databaseUrl, region.id, async (owner) => {
    const { rows } = await owner.query(
      'select member_id, due_on::text, meeting_id, case_id is not null as of_case from follow_ups order by opened_at, due_on',
    )
    return rows
  })

test('follow-ups are given when the minutes are finished: each once, also when the record is changed', async () => {
  await record('riku', 2, { decision: '進める。', ...FOLLOW_UP })
  await held()
  expect(await openFollowUps()).toEqual([])
  await at.presses('riku', 'minutes.finish', { meeting })
  const given = { member_id: 'sakura', due_on: '2026-06-30', meeting_id: meeting, of_case: true }
  expect(await openFollowUps()).toEqual([given])
  const second = { what2: '日中一時支援を調べる', who2: 'aoi', by2: '2026-07-03' }
  await record('riku', 2, { decision: '見守る。', ...FOLLOW_UP, ...second }, { seen: '1' })
  // Who may not see the case gets what the minutes say, without the case.
  const ofAoi = { ...given, member_id: 'aoi', due_on: '2026-07-03', of_case: false }
  expect(await openFollowUps()).toEqual([given, ofAoi])
})

test('a corrected record corrects what was given out of it; what is done already stays, and that is said', async () => {
  const second = { what2: '日中一時支援を調べる', who2: 'aoi', by2: '2026-07-03' }
  const third = { what3: '資料を配る', who3: 'riku', by3: '2026-07-01' }
  await record('riku', 2, { decision: '進める。', ...FOLLOW_UP, ...second, ...third })
  await held()
  await at.presses('riku', 'minutes.finish', { meeting })
  await at.presses('sota', 'minutes.approve', { meeting, seen: '1' })
  const idOf = (member: string): Promise<string> =>
    asOwner(product.databaseUrl, region.id, async (owner) => {
      const { rows } = await owner.query('select id from follow_ups where member_id = $1', [member])
      return rows[0]?.id ?? ''
    })
  const followup = await idOf('riku')
  await at.submits('riku', 'followup.done', { followup }, {})
  const corrected = {
    decision: '進める。',
    change: '担当と文を取り違えていた',
    ...FOLLOW_UP,
    what1: '短期入所と日中一時の空きを確かめる',
    by1: '2026-07-07',
    what3: '資料を直して配る',
    who3: 'riku',
    by3: '2026-07-01',
  }
  const said = saidIn(await at.submits('sota', 'minutes.correct', { meeting, item: '2' }, corrected))
  expect(said).toContain('渡してある宿題も1件直しました')
  expect(said).toContain('記録から消えた宿題1件を、取りやめにしました')
  expect(said).toContain('宿題1件は、そのままです')
  const states = await asOwner(product.databaseUrl, region.id, async (owner) => {
    const { rows } = await owner.query(
      'select member_id, due_on::text, state, extended from follow_ups order by member_id',
    )
    return rows
  })
  expect(states).toEqual([
    { member_id: 'aoi', due_on: '2026-07-03', state: 'dropped', extended: 0 },
    { member_id: 'riku', due_on: '2026-07-01', state: 'done', extended: 0 },
    { member_id: 'sakura', due_on: '2026-07-07', state: 'open', extended: 0 },
  ])
  const shown = saidIn(await at.presses('sakura', 'followup.show', { followup: await idOf('sakura') }))
  expect(shown).toContain('短期入所と日中一時の空きを確かめる')
  expect(shown).toContain('担当と文を取り違えていた')
  await product.until(tokyo('2026-06-18T12:00'))
  expect(told('sakura').join()).toContain('架空 そうたさんから')
})

test('two people record one item at once: nothing is lost, the second is told who was first', async () => {
  await record('riku', 2, { decision: '一つめ' }, { seen: '0' })
  const second = await record('midori', 2, { decision: '二つめ' }, { seen: '0' })
  expect(second).toMatchObject({
    kind: 'correct',
    faults: { general: expect.stringContaining('架空 りくさんが先に') },
  })
  expect(saidIn(second)).toContain('二つめ')
  expect(saidIn(await at.presses('midori', 'meeting.record', { meeting, item: '2' }))).toContain('一つめ')
})

test.each([
  ['without who', { what1: '空きを確かめる', by1: '2026-06-30' }, 'who1'],
  ['without what', { who1: 'sakura', by1: '2026-06-30' }, 'what1'],
  ['without a day', { what1: '空きを確かめる', who1: 'sakura' }, 'by1'],
  ['due before the meeting', { ...FOLLOW_UP, by1: '2026-06-16' }, 'by1'],
  ['with a phone number', { ...FOLLOW_UP, what1: '090-1234-5678にかける' }, 'what1'],
])('a follow-up %s is refused at its field', async (_, values, field) => {
  const reply = await record('riku', 2, values as Record<string, string>)
  expect(reply.kind === 'correct' && Object.keys(reply.faults.fields)).toEqual([field])
})

test('a decision with personal data is refused with its place; who neither records nor leads records nothing', async () => {
  const reply = await record('riku', 2, { decision: '電話は090-1234-5678' })
  expect(reply.kind === 'correct' && reply.faults.fields.decision).toContain('電話番号')
  expect(saidIn(await record('sakura', 2, { decision: '進める。' }))).toContain('記録の方です')
  expect(saidIn(await record('riku', 99, { decision: '進める。' }))).toContain('その項目がありません')
})

test('the minutes come as Word, PDF and text', async () => {
  await record('riku', 2, { decision: '計画案のとおりに進める。', ...FOLLOW_UP })
  await held()
  await at.presses('riku', 'minutes.finish', { meeting })
  await at.presses('sota', 'minutes.approve', { meeting, seen: '1' })
  const reply = await at.presses('sakura', 'minutes.export', { meeting })
  if (reply.kind !== 'card') throw new Error(saidIn(reply))
  expect(reply.files?.map(({ name }) => name)).toEqual([
    'minutes-2026-06-17.docx',
    'minutes-2026-06-17.pdf',
    'minutes-2026-06-17.txt',
  ])
  const written = Buffer.from(reply.files?.[2]?.bytes ?? []).toString('utf8')
  expect(written).toContain('計画案のとおりに進める。')
  expect(written).toContain('架空 あおい（代理 仮名 もみじ）')
  expect(written).toContain('新規プラン　S-0900')
  expect(written).toContain('令和8年7月15日（水）14:00')
  expect(written).not.toContain('未承認')
})

const sheets = async (user: string, words = 'meeting export') => {
  const reply = await at.types(user, words)
  if (reply.kind !== 'card' || !reply.files?.[0]) throw new Error(saidIn(reply))
  const read = await readXlsx(Buffer.from(reply.files[0].bytes))
  return new Map(read.map(({ sheet, data }) => [sheet, JSON.stringify(data)]))
}

test('the month’s records: the region’s for the coordinator, their own office’s for others, decisions once approved', async () => {
  await record('riku', 2, { decision: '計画案のとおりに進める。', ...FOLLOW_UP })
  await held()
  await at.presses('riku', 'minutes.finish', { meeting })
  const all = await sheets('midori')
  expect(all.get('会議の記録')).toContain('計画案のとおりに進める。')
  expect(all.get('事業所ごとの出欠')).toContain('仮名 もみじ')
  expect(all.get('事例検討')).toContain('S-0900')
  const before = await sheets('sakura')
  expect(before.get('会議の記録')).not.toContain('計画案のとおりに進める。')
  await at.presses('sota', 'minutes.approve', { meeting, seen: '1' })
  const own = await sheets('sakura', 'meeting export R8.6')
  expect(own.get('会議の記録')).toContain('計画案のとおりに進める。')
  expect(own.get('事業所ごとの出欠')).toContain('架空 さくら')
  expect(own.get('事業所ごとの出欠')).not.toContain('架空 あおい')
  expect(saidIn(await at.types('iin-01', 'meeting export'))).toContain('会議の記録がありません')
  expect(saidIn(await at.types('midori', 'meeting export R8.1'))).toContain('会議の記録がありません')
})

test('without a chair the centre approves, and is asked in the morning; while the chair is away, who stands in', async () => {
  await held()
  await at.presses('riku', 'minutes.finish', { meeting })
  await at.submits(
    'midori',
    'absence.take',
    { member: 'sota' },
    { from: '2026-06-17', to: '2026-06-30', deputy: 'himari' },
  )
  await product.until(tokyo('2026-06-18T12:00'))
  expect(told('himari').join()).toContain('承認をお待ちしている会議録')
  expect(told('sota').join()).not.toContain('承認をお待ちしている会議録')
  const bodies = region.bodies.map((body) => ({
    ...body,
    members: body.members.filter((seat) => !('duty' in seat)),
  }))
  await product.load({ ...region, bodies })
  expect(saidIn(await at.presses('himari', 'minutes.approve', { meeting }))).toContain(
    '基幹相談支援センターの担当の方です',
  )
  await product.until(tokyo('2026-06-22T12:00'))
  expect(told('midori').join()).toContain('承認をお待ちしている会議録')
  expect(saidIn(await at.presses('midori', 'minutes.approve', { meeting }))).toContain('承認しました')
})

test('who has nothing to do with the body neither reads nor changes anything of its meeting', async () => {
  await record('riku', 2, { decision: 'しるしの言葉', ...FOLLOW_UP })
  const stored = () =>
    asOwner(product.databaseUrl, region.id, async (owner) => {
      const tables = ['attendances', 'meeting_runs', 'meeting_run_items', 'minutes', 'follow_ups']
      const found: unknown[] = []
      for (const table of tables)
        found.push((await owner.query(`select t::text as line from ${table} t order by 1`)).rows)
      return JSON.stringify(found)
    })
  const attendance = await asOwner(product.databaseUrl, region.id, async (owner) => {
    const { rows } = await owner.query<{ id: string }>(`select id from attendances where member_id = 'riku'`)
    return rows[0]?.id ?? ''
  })
  const given = {
    meeting,
    attendance,
    item: '2',
    do: 'next',
    at: '1',
    was: 'absent',
    member: 'riku',
    seen: '0',
  }
  const values = { decision: '消す。', answer: 'coming', was: 'absent', change: '消す。' }
  const commands = product.registry.commands.filter(({ id }) => /^(meeting|minutes)\./.test(id))
  expect(commands.length).toBeGreaterThan(14)
  const before = await stored()
  for (const user of ['iin-01', 'megumi'])
    for (const { id, options } of commands) {
      const named = Object.entries(given).filter(([name]) => name in options)
      for (const reply of [
        await at.presses(user, id, Object.fromEntries(named)),
        await at.submits(user, id, Object.fromEntries(named), values),
      ])
        expect(saidIn(reply), id).not.toMatch(/しるし|研修|もみじ/)
    }
  expect(await stored()).toBe(before)
})

test('what was recorded lies sealed', async () => {
  await record('riku', 2, { decision: 'しるしの言葉', ...FOLLOW_UP, what1: 'しるしの言葉' })
  await held()
  await at.presses('riku', 'minutes.finish', { meeting })
  const sealed = await asOwner(product.databaseUrl, region.id, async (owner) => {
    const { rows } = await owner.query<{ bytes: Buffer }>(
      `select content as bytes from minutes union all
       select record from meeting_run_items where record is not null`,
    )
    return rows.map(({ bytes }) => bytes)
  })
  expect(sealed).toHaveLength(2)
  for (const bytes of sealed) {
    expect(bytes.includes('しるしの言葉')).toBe(false)
    expect(bytes.includes('decision')).toBe(false)
  }
})

test('the coordinator is told of minutes that are not written five business days after; once, and of no others', async () => {
  await held()
  await product.until(tokyo('2026-06-24T07:00'))
  expect(told('midori').join()).not.toContain('会議録がまだの会議')
  await product.until(tokyo('2026-06-26T12:00'))
  expect(told('midori').filter((text) => text.includes('会議録がまだの会議'))).toHaveLength(1)
  expect(told('sakura').join()).not.toContain('会議録がまだの会議')
})

test('what is older than the region keeps is purged in the night, with a line in the audit log', async () => {
  await record('riku', 2, { decision: '計画案のとおりに進める。' })
  await held()
  await at.presses('riku', 'minutes.finish', { meeting })
  await product.load({ ...region, settings: { ...region.settings, minutesYears: 1 } })
  const counted = () =>
    asOwner(product.databaseUrl, region.id, async (owner) => {
      const { rows } = await owner.query<{ n: string }>(
        `select (select count(*) from minutes) + (select count(*) from meeting_run_items) + (select count(*) from meeting_runs)
         + (select count(*) from attendances) as n`,
      )
      return Number(rows[0]?.n)
    })
  await asOwner(product.databaseUrl, region.id, (owner) =>
    owner.query(`update meetings set starts_at = '2025-07-02T05:00:00Z' where id = $1`, [meeting]),
  )
  await product.until(tokyo('2026-07-01T12:00'))
  expect(await counted()).toBeGreaterThan(0)
  await product.until(tokyo('2026-07-04T12:00'))
  expect(await counted()).toBe(0)
  const trace = await asOwner(product.databaseUrl, region.id, async (owner) => {
    const { rows } = await owner.query(
      `select action, subject_id from audit_log where action = 'minutes.purge'`,
    )
    return rows
  })
  expect(trace).toEqual([{ action: 'minutes.purge', subject_id: meeting }])
})

test('a body of topics gives what an item says of a case to nobody who may not see the case', async () => {
  const topics = region.bodies.map((body) =>
    body.id === 'renrakukai' ? { ...body, disclosure: 'topics' as const } : body,
  )
  await product.load({ ...region, bodies: topics })
  const form = await at.presses('riku', 'meeting.record', { meeting, item: '2' })
  expect(saidIn(form)).toContain('"sakura"')
  expect(saidIn(form)).not.toContain('"aoi"')
  const refused = await record('riku', 2, { decision: '進める。', ...FOLLOW_UP, who1: 'aoi' })
  expect(refused).toMatchObject({
    kind: 'correct',
    faults: { fields: { who1: expect.stringContaining('ケースを見られない方') } },
  })
})

test('a follow-up is not given when its member may not see the case any more: the minutes wait for another', async () => {
  const topics = region.bodies.map((body) =>
    body.id === 'renrakukai' ? { ...body, disclosure: 'topics' as const } : body,
  )
  await product.load({ ...region, bodies: topics })
  await record('riku', 2, { decision: '進める。', ...FOLLOW_UP })
  await held()
  const members = region.members.map((one) => (one.id === 'sakura' ? { ...one, office: 'konoha' } : one))
  await product.load({ ...region, bodies: topics, members })
  const refused = saidIn(await at.presses('riku', 'minutes.finish', { meeting }))
  expect(refused).toContain('架空 さくらさんには渡せなくなりました')
  expect(await openFollowUps()).toEqual([])
  await record('riku', 2, { decision: '進める。', ...FOLLOW_UP, who1: 'haruto' }, { seen: '1' })
  expect(saidIn(await at.presses('riku', 'minutes.finish', { meeting }))).not.toContain('渡せなくなりました')
  expect((await openFollowUps()).map(({ member_id }) => member_id)).toEqual(['haruto'])
})

test('a recorder is told, is on record, and is one until the minutes are approved', async () => {
  const told = seen.posts.filter(({ place }) => 'user' in place && place.user === 'riku')
  expect(told.map(({ card }) => saidIn(card)).join()).toContain('記録をお願いします')
  const noted = await asOwner(product.databaseUrl, region.id, async (owner) => {
    const { rows } = await owner.query("select member_id from audit_log where action = 'meeting.recorder'")
    return rows
  })
  expect(noted).toEqual([{ member_id: 'sota' }])
  await record('riku', 2, { decision: '進める。' })
  await held()
  await at.presses('riku', 'minutes.finish', { meeting })
  await at.presses('sota', 'minutes.approve', { meeting, seen: '1' })
  expect(saidIn(await at.presses('riku', 'meeting.record', { meeting, item: '2' }))).toContain(
    '座長、記録の方です',
  )
})
