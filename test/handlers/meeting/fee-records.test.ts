import readXlsx from 'read-excel-file/node'
import { beforeEach, expect, test } from 'vitest'
import { type RecordingPlatform, recordingPlatform } from '../../../src/cli/simulate/recording-platform.ts'
import { takesSummaries } from '../../../src/domain/agenda/which-agenda.ts'
import type { Region } from '../../../src/domain/region/region.ts'
import { visitsBetween } from '../../../src/store/visit/visits.ts'
import { asOwner } from '../../support/database.ts'
import { meetingOn } from '../../support/meetings.ts'
import { people, saidIn } from '../../support/people.ts'
import { type Product, sampleRegion, startProduct, tokyo } from '../../support/product.ts'

/** 埼葛北地区 in June: GSV北 on the 11th, its pre-meeting on the 8th, the liaison meeting on the 17th. */
let product: Product
let region: Region
let seen: RecordingPlatform
let at: ReturnType<typeof people>

beforeEach(async () => {
  product = await startProduct(tokyo('2026-06-01T10:00'))
  const sample = await sampleRegion()
  region = {
    ...sample,
    series: sample.series.filter((one) => one.id === 'gsv-kita' || takesSummaries(sample, one)),
  }
  await product.load(region)
  seen = recordingPlatform(region)
  product.join(seen.platform)
  at = people(product)
})

type Sheets = Map<string, (string | number | null)[][]>

const sheets = async (user: string, words = 'meeting export R8.6'): Promise<Sheets> => {
  const reply = await at.types(user, words)
  if (reply.kind !== 'card' || !reply.files?.[0]) throw new Error(saidIn(reply))
  const read = await readXlsx(Buffer.from(reply.files[0].bytes))
  return new Map(
    read.map(({ sheet, data }) => [sheet, data as Sheets extends Map<string, infer D> ? D : never]),
  )
}
const rows = (of: Sheets, sheet: string) => of.get(sheet)?.slice(1) ?? []
const pressed = (user: string, command: string, name: string): string => {
  const cards = seen.posts.filter(({ place }) => 'user' in place && place.user === user)
  const found = new RegExp(`"command":"${command}","options":\\{[^}]*"${name}":"([0-9a-f-]{36})"`)
  return found.exec(cards.map(({ card }) => saidIn(card)).join())?.[1] ?? ''
}
const readSince = (): Promise<string[]> =>
  asOwner(product.databaseUrl, region.id, async (owner) => {
    const { rows } = await owner.query<{ kind: string }>(
      `select distinct subject_kind as kind from audit_log where action = 'meeting.export' order by 1`,
    )
    return rows.map(({ kind }) => kind)
  })

/** Who is asked this morning whether they met Koharu beforehand says so. */
const saysTheyMet = async (): Promise<string> => {
  const asked = seen.posts.find(({ card }) => saidIn(card).includes('"command":"gsv.prepared"'))
  const leader = asked && 'user' in asked.place ? asked.place.user : ''
  const meeting = await meetingOn(product, region, '2026-06-11')
  return saidIn(await at.presses(leader, 'gsv.prepared', { meeting, presenter: 'koharu' }))
}

/** Koharu's case: a month is due in June; its result is agreed on by みどり, and she brings it to GSV北. */
const livedJune = async (): Promise<void> => {
  const plan = { kind: 'new', validFrom: 'R8.5.1', validTo: 'R9.4.30', monitoring: '1' }
  await at.submits('koharu', 'case.register', {}, { ...plan, code: 'S-0900' })
  const case900 = { case: 'S-0900' }
  const form = await at.presses('koharu', 'monitoring.done', case900)
  const field = form.kind === 'form' ? form.form.fields[0] : undefined
  const month =
    field?.kind === 'choice' ? field.choices.find(({ label }) => label.includes('6月')) : undefined
  const done = { monitoring: month?.value ?? '', doneOn: 'R8.6.1', outcome: 'as_planned' }
  await at.submits('koharu', 'monitoring.done', {}, done)
  const result = { progress: '通えている。', change: 'なし。', proposal: '続ける。' }
  await at.submits('koharu', 'summary.result', case900, { ...case900, ...result })
  const meeting = await meetingOn(product, region, '2026-06-11')
  await at.submits('koharu', 'gsv.offer', {}, { meeting, pattern: 'strengths', ...case900 })
  await at.types('midori', 'gsv groups')
  await at.presses('midori', 'gsv.groups', { meeting, seen: '1', act: 'confirm' })
  await product.until(tokyo('2026-06-02T12:00'))
  const summary = pressed('midori', 'summary.agree', 'summary')
  await at.presses('midori', 'summary.agree', { summary, agreed: 'yes' })
  await product.until(tokyo('2026-06-08T12:00'))
  const unsaid = rows(await sheets('midori'), '主任の助言')
  expect(unsaid.map((row) => row[7])).not.toContain('GSVの事前打合せ')
  expect(await saysTheyMet()).toContain('架空 こはるさんとの事前打合せを、6月8日（月）に済み')
  await product.until(tokyo('2026-06-12T12:00'))
  const presentation = pressed('koharu', 'gsv.outcome', 'presentation')
  const outcome = { ideas: '朝の散歩に誘う。', next: '一緒に公園へ行く。', by: 'R8.7.10' }
  await at.submits('koharu', 'gsv.outcome', { presentation }, outcome)
  const visits = await product.database.inRegion(region.id, (scope) =>
    visitsBetween(scope, Temporal.PlainDate.from('2026-04-01'), Temporal.PlainDate.from('2026-07-31')),
  )
  const toRenkon = visits.find(({ officeId }) => officeId === 'renkon')
  const report = { doneOn: 'R8.6.12', report: '記録の書き方を一緒に見た。' }
  await at.submits(toRenkon?.visitorId ?? '', 'visit.done', { visit: toRenkon?.id ?? '' }, report)
}

test('the guidance of chief specialists: whom, when, about what, with what was written of it', async () => {
  await livedJune()
  const guided = rows(await sheets('midori'), '主任の助言')
  const renkon = guided.filter(([office]) => String(office).startsWith('相談室 れんこん'))
  expect(renkon.map((row) => [row[2], row[7]])).toEqual([
    ['令和8年6月2日', 'モニタリング結果の事前協議'],
    ['令和8年6月8日', 'GSVの事前打合せ'],
    ['令和8年6月11日', 'GSVのファシリテーター'],
    ['令和8年6月12日', '事業所への訪問'],
  ])
  const [agreed, , gsv, visit] = renkon
  expect(agreed?.slice(3)).toEqual([
    '見本 みどり',
    '埼葛北地区基幹相談支援センター',
    '架空 こはる',
    '他事業所',
    'モニタリング結果の事前協議',
    null,
    'S-0900',
    null,
    null,
  ])
  expect(gsv?.slice(8)).toEqual(['GSV北', 'S-0900', '朝の散歩に誘う。 / 一緒に公園へ行く。', null])
  expect(visit?.[10]).toBe('記録の書き方を一緒に見た。')
  const leads = new Set(guided.filter((row) => row[7] === 'GSVのファシリテーター').map((row) => row[3]))
  expect(leads).toEqual(new Set([gsv?.[3]]))
  expect(guided.some((row) => row[9] === 'S-0900' && row[5] !== '架空 こはる')).toBe(false)
  expect(await readSince()).toEqual(['gsv-presentation', 'monitoring-list', 'visit'])
})

test('monitoring that was due or done, and its counts for each specialist and office over six months', async () => {
  await livedJune()
  const all = await sheets('midori')
  const [record, ...others] = rows(all, 'モニタリングの記録')
  expect(others).toEqual([])
  expect(record?.slice(1)).toEqual([
    '架空 こはる',
    'S-0900',
    '令和8年6月',
    '令和8年6月1日',
    '計画どおり続ける',
    '架空 こはる',
    '令和8年6月1日',
    null,
  ])
  const [own, office] = rows(all, '件数')
  expect(own?.slice(1, 10)).toEqual(['架空 こはる', 1, 1, 1, 0, 0, 1, 2, 2 / 6])
  const fullTime = region.offices.find(({ id }) => id === 'renkon')?.fullTime ?? 0
  expect(fullTime).toBeGreaterThan(0)
  expect(office?.slice(2)).toEqual([1, 1, 1, 0, 0, 1, 2, 2 / 6, fullTime, 2 / 6 / fullTime])
  const may = rows(await sheets('midori', 'meeting export R8.5'), 'モニタリングの記録')
  expect(may.map((row) => row.slice(2, 6))).toEqual([['S-0900', '令和8年5月', '未実施', null]])
})

test('an office gets its own; the centre gets one office by its name; no other office’s case or words', async () => {
  await livedJune()
  const own = await sheets('koharu')
  expect(rows(own, '主任の助言').map((row) => row[7])).toHaveLength(4)
  expect(rows(own, 'モニタリングの記録')).toHaveLength(1)
  expect(JSON.stringify(rows(own, '主任の助言'))).not.toContain('記録の書き方')
  const elsewhere = JSON.stringify([...(await sheets('riku'))])
  expect(elsewhere).toContain('架空 りく')
  expect(elsewhere).not.toMatch(/S-0900|散歩|記録の書き方|架空 こはる/)
  const name = region.offices.find(({ id }) => id === 'renkon')?.name ?? ''
  const one = await sheets('midori', 'meeting export R8.6 れんこん')
  expect(new Set(rows(one, '主任の助言').map(([office]) => office))).toEqual(new Set([name]))
  expect(saidIn(await at.types('riku', 'meeting export R8.6 renkon'))).toContain('ほかの事業所の記録')
  expect(saidIn(await at.types('midori', 'meeting export R8.6 相談室'))).toContain('見つかりません')
  expect(saidIn(await at.types('midori', 'meeting export R8.7'))).toContain('会議の記録がありません')
})
