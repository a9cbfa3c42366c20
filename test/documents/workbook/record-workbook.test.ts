import { strFromU8, unzipSync } from 'fflate'
import readXlsx from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { recordWorkbook } from '../../../src/documents/workbook/record-workbook.ts'
import type { MeetingRecord, MeetingRecords } from '../../../src/domain/document/meeting-records.ts'
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
  attendance: [
    { name: '見本 はるか', office: '相談室 くも', was: 'present', deputy: undefined, reason: undefined },
    { name: '見本 なつき', office: '相談室 あめ', was: 'online', deputy: undefined, reason: undefined },
    { name: '見本 あきら', office: '相談室 くも', was: 'deputy', deputy: '仮名 もみじ', reason: '研修' },
    { name: '見本 ふゆみ', office: '', was: 'absent', deputy: undefined, reason: '+急な相談' },
    { name: '例示 つばき', office: '相談室 あめ', was: null, deputy: undefined, reason: undefined },
  ],
  content: {
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
}
const RECORDS: MeetingRecords = {
  month: Temporal.PlainYearMonth.from('2026-06'),
  organiser: '基幹相談支援センター',
  meetings: [MEETING, { ...MEETING, seriesName: '運営会議', isCaseMeeting: false, content: undefined }],
  office: undefined,
}

const write = async (language: 'ja' | 'en') =>
  Buffer.from(await recordWorkbook(RECORDS, language, catalogues[language]))
const sheetsOf = async (bytes: Buffer) =>
  new Map((await readXlsx(bytes)).map(({ sheet, data }) => [sheet, data]))

test('each meeting with date, time, place, who came and who did not and why, topics, decisions, owner and due date', async () => {
  const [head, ...rows] = (await sheetsOf(await write('ja'))).get('会議の記録') ?? []
  expect(head).toHaveLength(14)
  expect(rows).toHaveLength(3)
  expect(rows[0]).toEqual([
    '令和8年6月',
    '令和8年6月17日',
    '14:00～15:10',
    '=連絡会',
    '見本市役所（オンライン1人）',
    '見本 はるか、見本 なつき、見本 あきら（代理 仮名 もみじ）',
    '見本 ふゆみ（+急な相談）、例示 つばき（未確認）',
    '新規・変更・更新のプラン検討',
    '新規プラン　S-0142',
    '@計画案のとおり',
    '-空きを確かめる',
    '見本 はるか',
    '令和8年6月30日',
    '未承認',
  ])
  expect(rows[1]?.slice(10, 13)).toEqual(['資料を配る', '見本 なつき', '令和8年7月3日'])
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
  ])
})
