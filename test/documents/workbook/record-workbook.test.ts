import { strFromU8, unzipSync } from 'fflate'
import readXlsx from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { recordWorkbook } from '../../../src/documents/workbook/record-workbook.ts'
import { disclose } from '../../../src/domain/agenda/disclose.ts'
import type { MonitoringOutcome } from '../../../src/domain/figures/fee-records.ts'
import type { MeetingRecord, MeetingRecords } from '../../../src/domain/figures/meeting-records.ts'
import { catalogues } from '../../../src/text/catalogue.ts'

const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Tokyo')

const MEETING: MeetingRecord = {
  seriesName: '=連絡会',
  bodyName: '相談支援連絡会議',
  isCaseMeeting: true,
  startsAt: at('2026-06-17T14:00'),
  endsAt: at('2026-06-17T15:10'),
  place: '見本市役所',
  approved: false,
  followUps: [
    {
      position: 1,
      memberId: 'a',
      what: '-空きを確かめる',
      state: 'done',
      closedOn: Temporal.PlainDate.from('2026-06-25'),
    },
    { position: 1, memberId: 'b', what: '資料を配る', state: 'open', closedOn: undefined },
  ],
  attendance: [
    { name: '見本 はるか', office: '相談室 くも', was: 'present', deputy: undefined, reason: undefined },
    { name: '見本 なつき', office: '相談室 あめ', was: 'online', deputy: undefined, reason: undefined },
    { name: '見本 あきら', office: '相談室 くも', was: 'deputy', deputy: '仮名 もみじ', reason: '研修' },
    { name: '見本 ふゆみ', office: '', was: 'absent', deputy: undefined, reason: '+急な相談' },
    { name: '例示 つばき', office: '相談室 あめ', was: null, deputy: undefined, reason: undefined },
  ],
  content: disclose(
    {
      startedAt: '2026-06-17T05:00:00Z',
      endedAt: '2026-06-17T06:10:00Z',
      attendance: [],
      items: [
        {
          position: 1,
          section: 'plan_review',
          topic: { form: 'plan_review', planKind: 'new', code: 'S-0142' },
          begun: true,
          carriedOver: false,
          decision: '@計画案のとおり',
          followUps: [
            { memberId: 'a', who: '見本 はるか', what: '-空きを確かめる', by: '2026-06-30' },
            { memberId: 'b', who: '見本 なつき', what: '資料を配る', by: '2026-07-03' },
          ],
        },
        {
          position: 2,
          section: 'plan_review',
          topic: { form: 'plan_review', planKind: 'renewal', code: 'S-0107' },
          begun: false,
          carriedOver: true,
          followUps: [],
        },
      ],
    },
    { level: 'codes' },
  ),
}
const JUNE = Temporal.PlainYearMonth.from('2026-06')
const done = (on: string, outcome: MonitoringOutcome, by: string) => ({
  on: Temporal.PlainDate.from(on),
  outcome,
  by,
  recordedOn: Temporal.PlainDate.from('2026-06-05'),
})
const RECORDS: MeetingRecords = {
  month: JUNE,
  organiser: '基幹相談支援センター',
  meetings: [MEETING, { ...MEETING, seriesName: '運営会議', isCaseMeeting: false, content: undefined }],
  region: {
    offices: [{ id: 'kumo', name: '相談室 くも', kind: 'plan', fullTime: 2 }],
    members: [
      { id: 'a', name: '見本 はるか', office: 'kumo', roles: ['specialist'], accounts: [] },
      { id: 'c', name: '見本 あきら', office: 'kumo', roles: ['specialist'], accounts: [] },
    ],
  },
  guidance: [
    {
      kind: 'supervision',
      on: Temporal.PlainDate.from('2026-06-20'),
      by: '見本 みどり',
      byOffice: '相談室 くも',
      recipients: ['見本 はるか', '見本 あきら'],
      office: '相談室 くも',
      seriesName: '新人の会',
      content: '=見立てを一緒に考えた',
    },
  ],
  monitoring: [
    { officeId: 'kumo', code: 'S-0107', memberId: 'a', dueMonth: JUNE },
    {
      officeId: 'kumo',
      code: 'S-0142',
      memberId: 'a',
      dueMonth: JUNE.subtract({ months: 1 }),
      done: done('2026-06-02', 'as_planned', 'a'),
    },
    {
      officeId: 'kumo',
      code: 'S-0143',
      memberId: 'a',
      dueMonth: JUNE,
      done: done('2026-06-03', 'could_not_meet', 'c'),
    },
  ],
  handled: [
    { officeId: 'kumo', memberId: 'a', month: JUNE, monitoring: 1, plans: 2 },
    { officeId: 'kumo', memberId: 'c', month: JUNE.subtract({ months: 5 }), monitoring: 9, plans: 0 },
  ],
}

const write = async (language: 'ja' | 'en') =>
  Buffer.from(await recordWorkbook(RECORDS, language, catalogues[language]))
const sheetsOf = async (bytes: Buffer) =>
  new Map((await readXlsx(bytes)).map(({ sheet, data }) => [sheet, data]))

test('each meeting with date, time, place, who came and who did not, topics, decisions, owner and due date', async () => {
  const [head, ...rows] = (await sheetsOf(await write('ja'))).get('会議の記録') ?? []
  expect(head).toHaveLength(16)
  expect(rows).toHaveLength(3)
  expect(rows[0]).toEqual([
    '令和8年6月',
    '令和8年6月17日',
    '14:00～15:10',
    '=連絡会',
    '見本市役所（オンライン1人）',
    '見本 はるか、見本 なつき、見本 あきら（代理 仮名 もみじ）',
    '見本 ふゆみ、例示 つばき（未確認）',
    null,
    '新規・変更・更新のプラン検討',
    '新規プラン　S-0142',
    '@計画案のとおり',
    '-空きを確かめる',
    '見本 はるか',
    '令和8年6月30日',
    '令和8年6月25日に済',
    '未承認',
  ])
  expect(rows[1]?.slice(11, 15)).toEqual(['資料を配る', '見本 なつき', '令和8年7月3日', '継続中'])
  expect(rows[2]?.at(-1)).toBe('記録なし')
})

test('attendance by office, with the reasons for absence; meetings on cases with organiser, codes and decisions', async () => {
  const sheets = await sheetsOf(await write('ja'))
  const attendance = sheets.get('事業所ごとの出欠') ?? []
  expect(attendance).toHaveLength(11)
  expect(attendance.slice(1).map(([office]) => office)).toEqual([
    ...['（所属なし）', '（所属なし）'],
    ...Array.from({ length: 4 }, () => '相談室 あめ'),
    ...Array.from({ length: 4 }, () => '相談室 くも'),
  ])
  expect(attendance.find(([, , , , , name]) => name === '見本 あきら')?.slice(6)).toEqual([
    '代理',
    '仮名 もみじ',
    '研修',
  ])
  const cases = sheets.get('事例検討') ?? []
  expect(cases).toHaveLength(2)
  expect(cases[1]?.slice(2, 4)).toEqual(['基幹相談支援センター', 'はい'])
  expect(cases[1]?.slice(7)).toEqual(['S-0142', 'S-0142　@計画案のとおり'])
})

test('guidance, monitoring and its counts, and what the bot cannot know as an empty place with its heading', async () => {
  const sheets = await sheetsOf(await write('ja'))
  const [, guided] = sheets.get('主任の助言') ?? []
  expect(guided?.slice(3, 8)).toEqual([
    '見本 みどり',
    '相談室 くも',
    '見本 はるか、見本 あきら',
    '自事業所',
    'スーパービジョン',
  ])
  expect(guided?.slice(10)).toEqual(['=見立てを一緒に考えた', null])
  expect(sheets.get('主任の助言')?.[0]?.at(-1)).toBe('内容の補足（記入）')
  const [head, open, kept, missed] = sheets.get('モニタリングの記録') ?? []
  expect(head?.at(-1)).toBe('市町村に報告した日（記入）')
  expect(open?.slice(2, 6)).toEqual(['S-0107', '令和8年6月', '未実施', null])
  expect(kept?.slice(2, 6)).toEqual(['S-0142', '令和8年5月', '令和8年6月2日', '計画どおり続ける'])
  expect(missed?.slice(5, 7)).toEqual(['会えなかった', '見本 あきら'])
  const [, first, second, office] = sheets.get('件数') ?? []
  expect(first?.slice(1, 10)).toEqual(['見本 はるか', 2, 1, 1, 0, 2, 3, 3, 0.5])
  expect(second?.slice(1, 10)).toEqual(['見本 あきら', 0, 0, 0, 1, 0, 0, 9, 1.5])
  expect(office?.slice(1)).toEqual(['事業所の計', 2, 1, 1, 1, 2, 3, 12, 2, 2, 1])
  expect(sheets.get('この記録について')?.map(([name]) => name)).toEqual([
    'シート',
    ...[...sheets.keys()].slice(0, -1),
  ])
})

test('nothing that people typed can run as a formula; in English, too', async () => {
  for (const language of ['ja', 'en'] as const) {
    const files = unzipSync(new Uint8Array(await write(language)))
    const sheets = Object.entries(files).filter(([name]) => name.startsWith('xl/worksheets/'))
    expect(sheets.length).toBeGreaterThanOrEqual(3)
    for (const [, bytes] of sheets) expect(strFromU8(bytes)).not.toMatch(/<f[ >]/)
  }
  expect([...(await sheetsOf(await write('en'))).keys()]).toEqual([
    'Meetings',
    'Attendance by office',
    'Case meetings',
    'Guidance by chiefs',
    'Monitoring',
    'Counts',
    'About these records',
  ])
})
