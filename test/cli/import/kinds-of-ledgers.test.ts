import { describe, expect, test } from 'vitest'
import { csvOf, type MadeCell, odsOf, xlsxOf } from '../../support/ledger-files.ts'
import { caseLines, faultLines, noteLines, readMade } from '../../support/read-made-ledger.ts'

const AOI = '架空 あおい'
const PLAN = '2026-04-01/2027-03-31'
const QUARTERS = '2026-06 2026-09 2026-12 2027-03'
const START = { day: '2026-04-01' }
const END = { day: '2027-03-31' }
const sheet = (...rows: MadeCell[][]) => xlsxOf([{ name: '台帳', rows }])
/** A .csv of texts, a line each, its cells cut at bars. */
const lines = (...rows: string[]) => csvOf(rows.map((row) => row.split('|')))

type Expected = { cases?: string[]; faults?: string[]; notes?: string[] }
const expectRead = async (bytes: Uint8Array, { cases, faults = [], notes }: Expected) => {
  const read = await readMade(bytes)
  expect(faultLines(read)).toEqual(faults)
  if (cases) expect(caseLines(read)).toEqual(cases)
  if (notes) expect(noteLines(read)).toEqual(notes)
}
type Kind = [what: string, bytes: Uint8Array, expected: Expected]
const kinds = (title: string, all: Kind[]) =>
  describe(title, () => test.each(all)('%s', (_, bytes, expected) => expectRead(bytes, expected)))

kinds('the case code', [
  ...['No.', '№', '番号', 'ID', '管理番号', '整理番号', '項番', '#'].map(
    (counting): Kind => [
      `${counting} before ケース番号 counts`,
      lines(`${counting}|ケース番号|担当者`, `1|S-0101|${AOI}`),
      { cases: ['S-0101 aoi'] },
    ],
  ),
  [
    'a number alone is the code where it does not count',
    lines('No.|担当者', `0142|${AOI}`),
    { cases: ['0142 aoi'] },
  ],
  [
    'one that counts is asked about',
    lines('No.|担当者', `1|${AOI}`, `2|${AOI}`),
    { faults: ['A1 counting-column'] },
  ],
  [
    'a date of Excel',
    sheet(['ケース番号', '担当者'], [{ day: '2026-08-01' }, AOI]),
    { faults: ['A2 code-is-date'] },
  ],
  [
    'a date of Excel in a .csv',
    lines('ケース番号|担当者', `8月1日|${AOI}`, `1-Aug|${AOI}`),
    { faults: ['A2 code-is-date', 'A3 code-is-date'] },
  ],
  ['a number of a workbook', sheet(['ケース番号', '担当者'], [2142, AOI]), { cases: ['2142 aoi'] }],
  [
    'leading zeros by format',
    sheet(['ケース番号', '担当者'], [{ number: 142, format: '000000' }, AOI]),
    { cases: ['000142 aoi'] },
  ],
  [
    'letters by format',
    sheet(['ケース番号', '担当者'], [{ number: 142, format: '"S-"0000' }, AOI]),
    { cases: ['S-0142 aoi'] },
  ],
  ['="0142"', lines('ケース番号|担当者', `="0142"|${AOI}`), { cases: ['0142 aoi'] }],
  [
    'hyphens of an IME',
    lines('ケース番号|担当者', `Sー0116|${AOI}`, `Ｓ−０１１７|${AOI}`),
    { cases: ['S-0116 aoi', 'S-0117 aoi'] },
  ],
  [
    'the same code on two sheets',
    xlsxOf(
      ['甲', '乙'].map((name) => ({
        name,
        rows: [
          ['ケース番号', '担当者'],
          ['S-1', AOI],
        ],
      })),
    ),
    { faults: ['A2 twice'] },
  ],
])

kinds('rows that hold no case', [
  [
    '計画相談 and 計画相談室みほん are no totals',
    lines(
      '事業|ケース番号|担当者',
      `計画相談|S-1|${AOI}`,
      `計画相談室みほん|S-2|${AOI}`,
      `合計室|S-3|${AOI}`,
      `件数外|S-4|${AOI}`,
    ),
    { cases: ['S-1 aoi', 'S-2 aoi', 'S-3 aoi', 'S-4 aoi'] },
  ],
  [
    'totals',
    lines(
      'ケース番号|担当者|必要度',
      `S-1|${AOI}|1`,
      '合 計|1|1',
      '小計（くも）||3',
      '合計 4件||',
      '|くも 小計|3',
      '計|4件|',
    ),
    { cases: ['S-1 aoi'], notes: ['3 total', '4 total', '5 total', '6 total', '7 total'] },
  ],
  [
    '計 as an abbreviation beside a person is a case',
    lines('事業|ケース番号|担当者', `計|0142|${AOI}`),
    { cases: ['0142 aoi'] },
  ],
  [
    'a row of a group, a remark, a legend',
    lines(
      'ケース番号|担当者|開始日|終了日',
      '【相談室 くも（見本）】|||',
      `S-1|${AOI}|R8.4.1|R9.3.31`,
      '※ 太字は新規|||',
      '',
      '作成者|みほん||',
    ),
    { cases: [`S-1 aoi ${PLAN}`], notes: ['2 group', '3 no-months', '4 remark', '6 remark'] },
  ],
  [
    'a person heads the cases below',
    lines(
      'ケース番号|担当者|開始日|終了日',
      '|架空 りく||',
      'S-1||R8.4.1|R9.3.31',
      `|${AOI}||`,
      'S-2||R8.4.1|R9.3.31',
    ),
    { cases: [`S-1 riku ${PLAN}`, `S-2 aoi ${PLAN}`] },
  ],
  [
    'a second table with columns of its own',
    lines('ケース番号|担当者', `S-1|${AOI}`, '', '担当者|ケース番号', `${AOI}|S-2`),
    { cases: ['S-1 aoi', 'S-2 aoi'] },
  ],
  [
    'a table of something else',
    lines('ケース番号|担当者', `S-1|${AOI}`, '', '担当者|件数', `${AOI}|12`),
    { cases: ['S-1 aoi'], notes: ['4 other-table'] },
  ],
  [
    'a case without its code is told',
    lines('ケース番号|担当者|開始日|終了日', `|${AOI}|R8.4.1|R9.3.31`),
    { faults: ['A2 no-code'] },
  ],
])

kinds('whose period it is', [
  ...['支援開始日', '契約開始日', '利用開始日', 'サービス開始日', '相談開始日', '初回相談日'].map(
    (other): Kind => [
      `${other} is not the plan's`,
      lines(`ケース番号|担当者|${other}|開始日|終了日`, `S-1|${AOI}|2015/4/1|2026/4/1|2027/3/31`),
      { cases: [`S-1 aoi ${PLAN}`] },
    ],
  ),
  ...['報告期限', 'モニタリング期限', '更新手続期限', '障害支援区分の有効期間', '手帳の有効期限'].map(
    (other): Kind => [
      `${other} is not the plan's`,
      lines(
        `ケース番号|担当者|${other}|支給決定期間（自）|支給決定期間（至）`,
        `S-1|${AOI}|2030/4/1|R8.4.1|R9.3.31`,
      ),
      { cases: [`S-1 aoi ${PLAN}`] },
    ],
  ),
  ...[
    ['開始年月日', '終了年月日'],
    ['有効期間開始日', '有効期間終了日'],
    ['計画開始日', '計画終了日'],
    ['支給開始日', '支給終了日'],
    ['始期', '終期'],
    ['自', '至'],
    ['受給者証期間（自）', '受給者証期間（至）'],
  ].map(
    ([start, end]): Kind => [
      `${start} and ${end}`,
      lines(`ケース番号|担当者|${start}|${end}`, `S-1|${AOI}|R8.4.1|R9.3.31`),
      { cases: [`S-1 aoi ${PLAN}`] },
    ],
  ),
  ['a start alone', lines('ケース番号|担当者|開始日', `S-1|${AOI}|R8.4.1`), { faults: ['2 half-period'] }],
  [
    'two pairs that differ',
    lines('ケース番号|担当者|開始日|終了日|開始日|終了日', `S-1|${AOI}|R8.4.1|R9.3.31|R7.4.1|R8.3.31`),
    { faults: ['C1 ambiguous'] },
  ],
  [
    'a decision and a plan that differ',
    lines(
      'ケース番号|担当者|支給決定期間(自)|支給決定期間(至)|計画開始日|計画終了日',
      `S-1|${AOI}|R8.4.1|R9.3.31|R8.5.1|R9.4.30`,
    ),
    { faults: ['C1 ambiguous'] },
  ],
  [
    'dates under headings that nobody knows',
    lines('ケース番号|担当者|はじまり|おわり', `S-1|${AOI}|2026/4/1|2027/3/31`),
    { faults: ['C1 no-validity'] },
  ],
  [
    'an interval without dates',
    lines('ケース番号|担当者|モニタリング期間', `S-1|${AOI}|3か月`),
    { faults: ['C2 no-validity'] },
  ],
  [
    'a group of other dates',
    sheet(
      ['ケース番号', '担当者', 'サービス利用', null, '支給決定期間', null],
      [null, null, '開始日', '終了日', '開始日', '終了日'],
      ['S-1', AOI, { day: '2015-04-01' }, { day: '2030-03-31' }, START, END],
    ),
    { cases: [`S-1 aoi ${PLAN}`] },
  ],
  ...[
    'R8.4.1～R9.3.31',
    '自 令和8年4月1日 至 令和9年3月31日',
    '2026/4/1-2027/3/31',
    'R8.4～R9.3',
    'R8.4.1から\nR9.3.31まで',
    'R. 8. 4. 1 ～ R. 9. 3.31',
  ].map(
    (typed): Kind => [
      `支給決定期間 as ${typed}`,
      lines('ケース番号|担当者|支給決定期間', `S-1|${AOI}|${typed}`),
      { cases: [`S-1 aoi ${PLAN}`] },
    ],
  ),
])

kinds('what may as well be another period', [
  [
    '有効期間 behind 障害支援区分',
    lines('ケース番号|担当者|障害支援区分|有効期間', `S-1|${AOI}|区分3|R6.4.1～R9.3.31`),
    { faults: ['D1 ambiguous'] },
  ],
  [
    '契約終了日 beside 契約開始日',
    lines('ケース番号|担当者|契約開始日|契約終了日', `S-1|${AOI}|R1.5.1|R9.3.31`),
    { cases: ['S-1 aoi'] },
  ],
  [
    '期間 in two cells below one heading',
    lines(
      'ケース番号|担当者|障害支援区分||支給決定期間|',
      '||開始日|終了日|開始日|終了日',
      `S-1|${AOI}|R6.4.1|R9.3.31|R8.4.1|R9.3.31`,
    ),
    { cases: [`S-1 aoi ${PLAN}`] },
  ],
])

kinds('dates', [
  [
    'a day that never was',
    lines('ケース番号|担当者|開始日|終了日', `S-1|${AOI}|H25.4.31|R9.3.31`),
    { faults: ['C2 bad-date'] },
  ],
  ...[
    ['2008/4/1', '2009/3/31', 'C2 too-early'],
    ['R8.4.1', 'R19.3.31', 'D2 too-long'],
    ['S8.4.1', 'S9.3.31', 'C2 too-early'],
    ['R8.4.1', '9999-12-31', 'D2 too-long'],
    ['2028/4/1', '2029/3/31', 'C2 too-far'],
    ['2013/4/1', '2014/3/31', 'D2 long-over'],
    ['R9.4.1', 'R8.3.31', 'D2 end-before-start'],
    ['0', 'R9.3.31', 'C2 bad-date'],
    ['8/4/1', '9/3/31', 'C2 bad-date'],
  ].map(
    ([start, end, fault = '']): Kind => [
      `${start} to ${end}`,
      lines('ケース番号|担当者|開始日|終了日', `S-1|${AOI}|${start}|${end}`),
      { faults: fault === 'C2 bad-date' && end === '9/3/31' ? ['C2 bad-date', 'D2 bad-date'] : [fault] },
    ],
  ),
  ...['1', 'true'].map(
    (date1904): Kind => [
      `date1904="${date1904}"`,
      xlsxOf(
        [
          {
            name: '台帳',
            rows: [
              ['ケース番号', '担当者', '開始日', '終了日'],
              ['S-1', AOI, START, END],
            ],
          },
        ],
        { date1904 },
      ),
      { cases: [`S-1 aoi ${PLAN}`] },
    ],
  ),
  [
    'day numbers of 1904 without a date format',
    xlsxOf(
      [
        {
          name: '台帳',
          rows: [
            ['ケース番号', '担当者', '開始日', '終了日'],
            ['S-1', AOI, 44651, 45015],
          ],
        },
      ],
      { date1904: 'true' },
    ),
    { cases: [`S-1 aoi ${PLAN}`] },
  ],
  [
    'day numbers without a date format',
    sheet(['ケース番号', '担当者', '開始日', '終了日'], ['S-1', AOI, 46113, { number: 46477, format: '0' }]),
    { cases: [`S-1 aoi ${PLAN}`] },
  ],
  ...['[$-411]ge.m.d', '[$-411]ggge"年"m"月"d"日"', 'm"月"d"日"', '[$-ja-JP]yyyy"年"m"月"d"日"'].map(
    (format): Kind => [
      `the format ${format}`,
      sheet(
        ['ケース番号', '担当者', '開始日', '終了日'],
        ['S-1', AOI, { ...START, format }, { ...END, format }],
      ),
      { cases: [`S-1 aoi ${PLAN}`] },
    ],
  ),
  [
    'cells without their places',
    xlsxOf(
      [
        {
          name: '台帳',
          rows: [
            ['ケース番号', null, '担当者', '開始日', '終了日'],
            ['S-1', null, AOI, START, END],
          ],
        },
      ],
      { withoutRefs: true },
    ),
    { cases: [`S-1 aoi ${PLAN}`] },
  ],
])

kinds('errors of a spreadsheet', [
  [
    'in the office and the person',
    sheet(
      ['ケース番号', '事業所', '担当者'],
      ['S-1', '相談室 くも（見本）', AOI],
      ['S-2', { error: '#N/A' }, { error: '#REF!' }],
    ),
    { faults: ['B3 error-cell', 'C3 error-cell'] },
  ],
  [
    'in the code',
    sheet(['ケース番号', '担当者'], [{ error: '#VALUE!' }, AOI]),
    { faults: ['A2 error-cell'] },
  ],
  [
    'in the dates and the months',
    sheet(
      ['ケース番号', '担当者', '開始日', '終了日', 'モニタリング期間'],
      ['S-1', AOI, { error: '#DIV/0!' }, END, { error: '#NAME?' }],
    ),
    { faults: ['C2 error-cell', 'E2 error-cell'] },
  ],
  [
    'as text of a .csv',
    lines('ケース番号|担当者|モニタリング期間', `S-1|${AOI}|#REF!`),
    { faults: ['C2 error-cell'] },
  ],
  [
    'in a column that is not read',
    sheet(['ケース番号', '担当者', '備考'], ['S-1', AOI, { error: '#N/A' }]),
    { cases: ['S-1 aoi'] },
  ],
])

kinds('names', [
  ['林 is not 小林', lines('ケース番号|担当者', 'S-1|林'), { faults: ['B2 unknown-member'] }],
  ['a family name as a whole is', lines('ケース番号|担当者', 'S-1|小林'), { cases: ['S-1 kobayashi'] }],
  [
    'a family name that two have is not',
    lines('ケース番号|担当者', 'S-1|架空'),
    { faults: ['B2 unknown-member'] },
  ],
  ['a given name is not', lines('ケース番号|担当者', 'S-1|りく'), { faults: ['B2 unknown-member'] }],
  [
    'look-alike letters',
    lines('ケース番号|担当者', 'S-1|高橋崎子', 'S-2|吉田　見本'),
    { cases: ['S-1 taka', 'S-2 yoshi'], notes: ['2 name-folded', '3 name-folded'] },
  ],
  [
    'a blank is nobody',
    lines('ケース番号|担当者', `S-1|${AOI}`, 'S-2|', 'S-3|-'),
    { faults: ['B3 no-member', 'B4 no-member'] },
  ],
  [
    'a blank in a workbook is nobody',
    sheet(['ケース番号', '担当者'], ['S-1', AOI], ['S-2', null]),
    { faults: ['B3 no-member'] },
  ],
  [
    'merged down is the one above',
    xlsxOf([
      {
        name: '台帳',
        rows: [
          ['ケース番号', '担当者'],
          ['S-1', AOI],
          ['S-2', null],
        ],
        merges: ['B2:B3'],
      },
    ]),
    { cases: ['S-1 aoi', 'S-2 aoi'] },
  ],
  ...[
    '担当相談支援専門員',
    '主担当',
    '担当者氏名',
    '計画作成者',
    '相談支援専門員氏名',
    '担当職員名',
    '担当 専門員',
  ].map(
    (heading): Kind => [
      heading,
      lines(`ケース番号|副担当|${heading}|市担当者`, `S-1|架空 りく|${AOI}|架空 りく`),
      { cases: ['S-1 aoi'] },
    ],
  ),
  [
    '利用事業所 is not the office',
    lines('ケース番号|利用事業所|担当者', `S-1|作業所 みほん|${AOI}`),
    { cases: ['S-1 aoi'] },
  ],
])

kinds('headings of two rows and grids', [
  [
    'merged downwards',
    xlsxOf([
      {
        name: '台帳',
        rows: [
          ['ケース番号', '担当者', '支給決定期間', null, 'モニタリング期間'],
          [null, null, '開始日', '終了日', null],
          ['S-1', AOI, START, END, '3か月'],
        ],
        merges: ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2'],
      },
    ]),
    { cases: [`S-1 aoi ${PLAN} ${QUARTERS}`] },
  ],
  [
    'as a .csv',
    lines(
      '令和8年度 台帳||||',
      'ケース番号|担当者|支給決定期間||モニタリング',
      '||自|至|期間',
      `S-1|${AOI}|R8.4.1|R9.3.31|3か月`,
    ),
    { cases: [`S-1 aoi ${PLAN} ${QUARTERS}`] },
  ],
  ['担当 over 氏名', lines('ケース|担当|', '番号|氏名|連絡先', `S-1|${AOI}|090`), { cases: ['S-1 aoi'] }],
  [
    '○ in 4月…3月',
    sheet(
      ['ケース番号', '担当者', '開始日', '終了日', ...GRID()],
      ['S-1', AOI, START, END, ...marks('○', 6, 9, 12, 3)],
    ),
    { cases: [`S-1 aoi ${PLAN} ${QUARTERS}`] },
  ],
  [
    'a plan over two fiscal years, with the year above',
    sheet(
      ['ケース番号', '担当者', '開始日', '終了日', '令和8年度', ...Array(11).fill(null)],
      [null, null, null, null, ...GRID()],
      ['S-1', AOI, { day: '2026-10-01' }, { day: '2027-09-30' }, ...marks('●', 4, 10, 1)],
    ),
    { cases: ['S-1 aoi 2026-10-01/2027-09-30 2026-10 2027-01'], notes: ['3 marks-outside'] },
  ],
  [
    'and without it',
    sheet(
      ['ケース番号', '担当者', '開始日', '終了日', ...GRID()],
      ['S-1', AOI, { day: '2026-10-01' }, { day: '2027-09-30' }, ...marks('○', 10)],
    ),
    { faults: ['K2 which-year'] },
  ],
  [
    'a mark that nobody knows',
    sheet(
      ['ケース番号', '担当者', '開始日', '終了日', ...GRID()],
      ['S-1', AOI, START, END, ...marks('？', 6)],
    ),
    { faults: ['G2 bad-mark'] },
  ],
  [
    'months of something else',
    sheet(
      ['ケース番号', '担当者', '請求', ...Array(11).fill(null)],
      [null, null, ...GRID()],
      ['S-1', AOI, ...marks('○', 6)],
    ),
    { cases: ['S-1 aoi'] },
  ],
])
function GRID(): string[] {
  return Array.from({ length: 12 }, (_, at) => `${((at + 3) % 12) + 1}月`)
}
function marks(mark: string, ...months: number[]): MadeCell[] {
  return Array.from({ length: 12 }, (_, at) => (months.includes(((at + 3) % 12) + 1) ? mark : null))
}

const monitored = (typed: string, expected: string, heading = 'モニタリング期間'): Kind => [
  `${heading}: ${typed}`,
  sheet(['ケース番号', '担当者', '開始日', '終了日', heading], ['S-1', AOI, START, END, typed]),
  / /.test(expected) || /^\d/.test(expected)
    ? { cases: [`S-1 aoi ${PLAN} ${expected}`] }
    : { faults: [`E2 ${expected}`] },
]
const GRID_ROWS: MadeCell[][] = [
  ['ケース番号', '担当者', '開始日', '終了日', 'モニタリング実施月', ...Array(11).fill(null)],
  [null, null, null, null, 4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3],
  ['S-1', AOI, START, END, ...marks('○', 6, 9, 12, 3)],
]
const TWO_LINES: MadeCell[][] = [
  ['ケース番号', '担当者', '開始日', '終了日', 'モニタリング期間'],
  ['S-1', AOI, START, END, '毎月ごと(R8.4~R8.6)'],
  [null, null, null, null, '6月ごと(R8.9~R9.3)'],
]
kinds('cells merged over rows and columns', [
  [
    'months as numbers below their group',
    xlsxOf([{ name: '台帳', rows: GRID_ROWS, merges: ['E1:P1', 'A1:A2', 'B1:B2', 'C1:C2', 'D1:D2'] }]),
    { cases: [`S-1 aoi ${PLAN} ${QUARTERS}`] },
  ],
  [
    'a case over two rows with a line in each',
    xlsxOf([{ name: '台帳', rows: TWO_LINES, merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3'] }]),
    { cases: [`S-1 aoi ${PLAN} 2026-04 2026-05 2026-06 2026-09 2027-03`] },
  ],
  [
    'and another person in the second',
    xlsxOf([
      {
        name: '台帳',
        rows: [
          ['ケース番号', '担当者'],
          ['S-1', AOI],
          [null, '架空 りく'],
        ],
        merges: ['A2:A3'],
      },
    ]),
    { faults: ['B3 twice'] },
  ],
])

kinds('monitoring', [
  monitored('毎月ごと(R8.4~R8.6)\n6月ごと(R8.9~R9.3)', '2026-04 2026-05 2026-06 2026-09 2027-03'),
  monitored(
    '毎月ごと（令和8年4月～令和8年6月）、6か月ごと（令和8年9月～令和9年3月）',
    '2026-04 2026-05 2026-06 2026-09 2027-03',
  ),
  monitored('年4回', QUARTERS),
  monitored('３ヶ月に１回', QUARTERS),
  monitored('三か月ごと', QUARTERS),
  monitored('四半期ごと', QUARTERS),
  monitored('年2回', '2026-09 2027-03'),
  monitored('半年', '2026-09 2027-03'),
  monitored('隔月', '2026-05 2026-07 2026-09 2026-11 2027-01 2027-03'),
  monitored('奇数月', '2026-05 2026-07 2026-09 2026-11 2027-01 2027-03'),
  monitored('6月・12月', '2026-06 2026-12'),
  monitored('6月', 'month-or-interval'),
  monitored('6', 'bad-interval', 'モニタリング頻度'),
  monitored('5か月', 'bad-interval'),
  monitored('月2回', 'bad-interval'),
  monitored('5・8・11・2月', '2026-05 2026-08 2026-11 2027-02', 'モニタリング月'),
])

kinds('kind, state, closing, last monitoring', [
  [
    '区分 that holds 障害支援区分',
    lines('ケース番号|担当者|区分|開始日|終了日', `S-1|${AOI}|区分4|R8.4.1|R9.3.31`),
    { cases: [`S-1 aoi ${PLAN}`] },
  ],
  [
    '区分 that holds the kind',
    lines('ケース番号|担当者|区分|開始日|終了日|モニタリング期間', `S-1|${AOI}|新規|R8.4.1|R9.3.31|6か月`),
    { cases: [`S-1 aoi ${PLAN} 2026-04 2026-05 2026-06 2026-09 2027-03`] },
  ],
  [
    '終了 with its day, 休止, 終了 without',
    lines(
      'ケース番号|担当者|状態|終結日',
      `S-1|${AOI}|終了|R8.6.30`,
      `S-2|${AOI}|休止中|-`,
      `S-3|${AOI}|終了|`,
      `S-4|${AOI}|継続|なし`,
    ),
    { cases: ['S-1 aoi closed 2026-06-30', 'S-2 aoi suspended', 'S-4 aoi'], notes: ['4 ended'] },
  ],
  [
    'a state that nobody knows',
    lines('ケース番号|担当者|状態', `S-1|${AOI}|終了`, `S-2|${AOI}|終了予定`),
    { faults: ['C3 bad-state'] },
  ],
  [
    'a closing to come',
    lines('ケース番号|担当者|終結日', `S-1|${AOI}|R9.3.31`),
    { faults: ['C2 in-future'] },
  ],
  [
    '前回モニタリング日',
    lines('ケース番号|担当者|前回モニタリング日', `S-1|${AOI}|R8.9.10`, `S-2|${AOI}|未実施`),
    { cases: ['S-1 aoi last 2026-09-10', 'S-2 aoi'] },
  ],
])

const TEXT = [
  ['ケース番号', '担当者', '開始日', '終了日', 'メモ'],
  ['S-1', AOI, 'R8.4.1', 'R9.3.31', 'a,b,c,d,e,f,g,h'],
]
kinds('encodings and formats', [
  ...['utf8', 'Shift_JIS', 'EUC-JP', 'utf16le', 'utf16be'].flatMap((encoding) =>
    [',', '\t'].flatMap((delimiter) =>
      (encoding === 'Shift_JIS' || encoding === 'EUC-JP' ? [false] : [true, false]).map(
        (bom): Kind => [
          `${encoding}${bom ? ' with its mark' : ''}, ${delimiter === ',' ? 'commas' : 'tabs'}`,
          csvOf(TEXT, { encoding, delimiter, bom }),
          { cases: [`S-1 aoi ${PLAN}`] },
        ],
      ),
    ),
  ),
  [
    '.ods',
    odsOf([
      {
        name: '台帳',
        rows: [
          ['ケース番号', '担当者', '開始日', '終了日', 'モニタリング期間'],
          ['S-1', AOI, START, END, '毎月ごと(R8.4~R8.6)\n6月ごと(R8.9~R9.3)'],
        ],
      },
    ]),
    { cases: [`S-1 aoi ${PLAN} 2026-04 2026-05 2026-06 2026-09 2027-03`] },
  ],
  [
    '.ods with an error',
    odsOf([
      {
        name: '台帳',
        rows: [
          ['ケース番号', '担当者', '開始日'],
          ['S-1', { error: '#N/A' }, START],
        ],
      },
    ]),
    { faults: ['B2 error-cell', '2 half-period'] },
  ],
])

test('every sheet is read, or named with why not', async () => {
  const rows = [['ケース番号', '担当者']]
  const all = [
    { name: 'あおい', rows: [...rows, ['S-1', AOI]] },
    { name: 'りく', rows: [...rows, ['S-2', '架空 りく']] },
    { name: '前年度', rows: [...rows, ['S-3', AOI]], hidden: true },
    {
      name: '集計',
      rows: [
        ['担当者', '件数'],
        [AOI, '1'],
      ],
    },
    { name: '空', rows: [] },
  ]
  for (const bytes of [xlsxOf(all), odsOf(all)]) {
    const read = await readMade(bytes)
    expect(caseLines(read)).toEqual(['S-1 aoi', 'S-2 riku'])
    expect(read.sheets).toEqual([
      { name: 'あおい', read: true },
      { name: 'りく', read: true },
      { name: '前年度', read: false, why: 'hidden' },
      { name: '集計', read: false, why: 'no-heading' },
      { name: '空', read: false, why: 'empty' },
    ])
    const chosen = await readMade(bytes, ['前年度'])
    expect(caseLines(chosen)).toEqual(['S-3 aoi'])
  }
})

test('what each column was taken as is told', async () => {
  const read = await readMade(lines('No.|ケース番号|氏名|担当者|契約開始日', `1|S-1|見本|${AOI}|R8.4.1`))
  expect(read.columns.map(({ heading, as }) => `${heading} ${as}`)).toEqual([
    'ケース番号 code',
    '担当者 member',
    'No. not-used',
    '氏名 personal',
    '契約開始日 not-used',
  ])
})
