import fc from 'fast-check'
import { csvOf, letters, type MadeCell, type MadeSheet, odsOf, xlsxOf } from './ledger-files.ts'

/** A ledger made at random, with what it says: the cases in one line each, and the rows that nobody can read. */
export type RandomLedger = {
  bytes: Uint8Array
  truth: string[]
  bad: { code: string; why: string }[]
  format: string
}

type Case = {
  code: string
  member: keyof typeof MEMBERS
  start: Temporal.PlainDate
  end: Temporal.PlainDate
  months: Temporal.PlainYearMonth[]
  /** As the certificate or a person writes the months. */
  monitoring: string
  kind: string
}
const MEMBERS = {
  aoi: ['架空 あおい', '架空　あおい', '架空あおい'],
  riku: ['架空 りく', '架空　りく'],
  kobayashi: ['小林 見本', '小林'],
  taka: ['髙橋 﨑子', '高橋　崎子'],
  yoshi: ['𠮷田 見本', '吉田見本'],
} as const
const HEADINGS = {
  code: ['ケース番号', 'ケースNo.', '利用者番号', 'ケースコード', '※ケース番号', 'ケース\n番号'],
  member: ['担当者', '担当', '主担当', '担当相談支援専門員', '担当者氏名', '計画作成者', '相談支援専門員名'],
  kind: ['計画の種別', '計画種別', '区分', '種別', '新規・更新'],
  monitoring: [
    'モニタリング期間',
    'モニタリング',
    'モニタリング間隔',
    'モニ期間',
    'モニタリング実施標準期間',
  ],
} as const
const PERIODS = [
  ['支給決定期間（自）', '支給決定期間（至）'],
  ['開始日', '終了日'],
  ['開始年月日', '終了年月日'],
  ['計画期間開始', '計画期間終了'],
  ['計画の有効期間\n開始日', '計画の有効期間\n終了日'],
  ['支給期間 自', '支給期間 至'],
] as const
/** Columns of something else, each with what stands in it: none of it may reach a case. */
const OTHERS: readonly (readonly [string, readonly string[]])[] = [
  ['No.', ['1', '2', '3']],
  ['№', ['7', '8', '9']],
  ['氏名', ['見本 一郎', '見本 二子']],
  ['支援開始日', ['2015/4/1', 'H30.6.1']],
  ['契約開始日', ['R1.5.1', '2020-01-15']],
  ['サービス開始日', ['2019/10/1']],
  ['障害支援区分の有効期間', ['R6.4.1～R9.3.31']],
  ['報告期限', ['2026/5/10']],
  ['利用事業所', ['作業所 みほん', '架空 りく']],
  ['副担当', ['架空 りく', '架空 あおい']],
  ['障害支援区分', ['区分3', '4']],
  ['事業', ['計画相談', '合計相談室', '件数外', '計']],
  ['備考', ['a,b,c', '合計 3', '改行\nあり', '"引用"']],
  ['手帳の有効期限', ['2030/3/31']],
]
const CODES = [
  (n: number) => `S-${String(n).padStart(4, '0')}`,
  (n: number) => String(n + 140).padStart(4, '0'),
  (n: number) => `K2026-${String(n).padStart(3, '0')}`,
  (n: number) => `A-${n + 10}`,
]
const FAULTS = ['error', 'stranger', 'no-such-day', 'blank-member', 'far-year', 'unknown-interval'] as const
const GRID = Array.from({ length: 12 }, (_, at) => ((at + 3) % 12) + 1)

/** Draws choices one after another from a seed. */
type Draw = {
  number(below: number): number
  chance(percent: number): boolean
  of<T>(all: readonly T[]): T
}
const drawing = (seed: number): Draw => {
  const values = fc.sample(fc.integer({ min: 0, max: 2 ** 30 }), { seed, numRuns: 4000 })
  let at = 0
  const number = (below: number) => (values[at++ % values.length] ?? 0) % below
  return {
    number,
    chance: (percent) => number(100) < percent,
    of: <T>(all: readonly T[]) => all[number(all.length)] as T,
  }
}

const months = (from: Temporal.PlainDate, to: Temporal.PlainDate): Temporal.PlainYearMonth[] => {
  const all: Temporal.PlainYearMonth[] = []
  const last = to.toPlainYearMonth()
  let month = from.toPlainYearMonth()
  for (; Temporal.PlainYearMonth.compare(month, last) <= 0; month = month.add({ months: 1 })) all.push(month)
  return all
}

const era = (day: Temporal.PlainDate | Temporal.PlainYearMonth): string => `R${day.year - 2018}`

/** The ways to write every `by` months back from the end. */
const INTERVALS: Record<number, readonly string[]> = {
  1: ['毎月', '1か月', '月1回', '１ヶ月ごと', '年12回'],
  2: ['隔月', '2か月', '２カ月毎', '年6回'],
  3: ['3か月', '3', '三か月ごと', '年4回', '3ヵ月に1回', '四半期'],
  6: ['6か月', '半年', '6月ごと', '年2回', '６'],
  12: ['12か月', '年1回', '毎年'],
}

const drawCase = (draw: Draw, code: string, isGrid: boolean): Case => {
  const inYear = isGrid || draw.chance(60)
  const start = inYear
    ? new Temporal.PlainDate(2026, 4, 1)
    : new Temporal.PlainDate(2025 + draw.number(2), 1 + draw.number(9), 1)
  const end = start.add({ months: inYear ? 12 : draw.of([6, 12, 18, 24]) }).subtract({ days: 1 })
  const all = months(start, end)
  const by = draw.of([1, 2, 3, 6, 12])
  const back = all.filter((_, at) => (all.length - 1 - at) % by === 0)
  const half = Math.min(3, all.length - 1)
  const way = isGrid ? 'interval' : draw.of(['interval', 'line', 'lines'] as const)
  const base = { code, start, end, member: draw.of(Object.keys(MEMBERS) as (keyof typeof MEMBERS)[]) }
  const kind = draw.of(['更新', '変更', '継続'])
  if (way === 'interval') return { ...base, kind, months: back, monitoring: draw.of(INTERVALS[by] ?? ['']) }
  const written = (month: Temporal.PlainYearMonth | undefined) =>
    month === undefined
      ? ''
      : draw.of([
          `${era(month)}.${month.month}`,
          `令和${month.year - 2018}年${month.month}月`,
          `${month.year}/${month.month}`,
        ])
  const [sign, open, close] = [
    draw.of(['~', '～', '〜']),
    ...draw.of([
      ['(', ')'],
      ['（', '）'],
    ] as const),
  ]
  const line = (
    every: string,
    from: Temporal.PlainYearMonth | undefined,
    to: Temporal.PlainYearMonth | undefined,
  ) => `${every}${open}${written(from)}${sign}${written(to)}${close}`
  if (way === 'line')
    return {
      ...base,
      kind,
      months: back,
      monitoring: line(by === 1 ? '毎月ごと' : `${by}月ごと`, back[0], back.at(-1)),
    }
  const later = back.filter((month) => all.indexOf(month) > half)
  const first = all.slice(0, half)
  const parts = [
    line('毎月ごと', first[0], first.at(-1)),
    line(by === 1 ? '毎月ごと' : `${by}か月ごと`, later[0], later.at(-1)),
  ]
  return { ...base, kind, months: [...first, ...later], monitoring: parts.join(draw.of(['\n', '、', ' '])) }
}

const writtenDay = (draw: Draw, day: Temporal.PlainDate, isBook: boolean, is1904: boolean): MadeCell => {
  const { year, month, day: of } = day
  const texts = [
    `${era(day)}.${month}.${of}`,
    `令和${year - 2018}年${month}月${of}日`,
    day.toString(),
    `${year}/${month}/${of}`,
    `R. ${year - 2018}. ${month}. ${of}`,
    `${year}年${month}月${of}日(水)`.replace('(水)', ''),
  ]
  if (!isBook || draw.chance(40)) return draw.of(texts)
  const serial = Temporal.PlainDate.from('1899-12-30').until(day).days - (is1904 ? 1462 : 0)
  return draw.of<MadeCell>([
    { day: day.toString() },
    { day: day.toString(), format: '[$-411]ge.m.d' },
    serial,
  ])
}

type Column = { heading: string; group?: string; cell: (one: Case, at: number) => MadeCell }

/** Makes one ledger from a seed: headings, order, dates, sheets, merged cells, totals, errors and encodings at random. */
export const randomLedger = (seed: number): RandomLedger => {
  const draw = drawing(seed)
  const format = draw.of(['csv', 'csv', 'tsv', 'xlsx', 'xlsx', 'xlsx', 'ods'])
  const isBook = format === 'xlsx' || format === 'ods'
  const is1904 = format === 'xlsx' && draw.chance(25)
  const isGrid = draw.chance(20)
  const codeOf = draw.of(CODES)
  const cases = Array.from({ length: 3 + draw.number(9) }, (_, at) => drawCase(draw, codeOf(at + 1), isGrid))
  const bad = new Map<string, (typeof FAULTS)[number]>()
  if (draw.chance(35)) bad.set(draw.of(cases).code, draw.of(isGrid ? FAULTS.slice(0, 5) : FAULTS))
  const columns = drawColumns(draw, { isBook, is1904, isGrid, bad })
  const sheets = isBook ? cut(draw, cases) : [cases]
  const made = sheets.map((some, at) =>
    drawSheet(draw, {
      columns,
      cases: some,
      name: `第${at + 1}`,
      isBook,
      isGrid,
      isCovered: format === 'ods',
    }),
  )
  if (isBook && draw.chance(30))
    made.push({
      name: '前年度',
      hidden: true,
      rows: [
        ['ケース番号', '担当者'],
        ['Z-9', '架空 りく'],
      ],
    })
  if (isBook && draw.chance(30))
    made.splice(draw.number(2), 0, {
      name: '集計',
      rows: [
        ['担当者', '件数'],
        ['架空 あおい', 3],
      ],
    })
  const truth = cases
    .filter(({ code }) => !bad.has(code))
    .map(lineOf)
    .toSorted()
  const bytes = bytesOf(draw, format, made, is1904)
  return { bytes, truth, format, bad: [...bad].map(([code, why]) => ({ code, why })) }
}

const lineOf = ({ code, member, start, end, months: due }: Case): string =>
  [code, member, `${start}/${end}`, ...due.map(String)].join(' ')

const cut = (draw: Draw, cases: readonly Case[]): Case[][] => {
  const count = draw.of([1, 1, 2, 3])
  const parts = Array.from({ length: count }, (_, at) => cases.filter((_one, index) => index % count === at))
  return parts.filter((part) => part.length > 0)
}

type Shape = { isBook: boolean; is1904: boolean; isGrid: boolean; bad: ReadonlyMap<string, string> }

const drawColumns = (draw: Draw, { isBook, is1904, isGrid, bad }: Shape): Column[] => {
  const is = ({ code }: Case, why: string) => bad.get(code) === why
  const [start, end] = draw.of(PERIODS)
  const isSplit = draw.chance(25)
  const code: Column = { heading: draw.of(HEADINGS.code), cell: (one) => codeCell(draw, one.code, isBook) }
  const member: Column = {
    heading: draw.of(HEADINGS.member),
    cell: (one) =>
      is(one, 'blank-member')
        ? null
        : is(one, 'stranger')
          ? draw.of(['林', '西', '架空', '小林 一郎'])
          : is(one, 'error')
            ? isBook
              ? { error: '#N/A' }
              : '#N/A'
            : draw.of(MEMBERS[one.member]),
  }
  const day =
    (of: (one: Case) => Temporal.PlainDate, isEnd: boolean) =>
    (one: Case): MadeCell => {
      if (!isEnd && is(one, 'no-such-day')) return draw.of(['R8.4.31', '2026/2/30', '令和8年13月1日'])
      if (isEnd && is(one, 'far-year')) return draw.of(['R19.3.31', '9999-12-31', '2062/3/31'])
      return writtenDay(draw, of(one), isBook, is1904)
    }
  const period: Column[] = [
    {
      heading: isSplit ? draw.of(['開始日', '自']) : start,
      ...(isSplit ? { group: '支給決定期間' } : {}),
      cell: day((one) => one.start, false),
    },
    {
      heading: isSplit ? draw.of(['終了日', '至']) : end,
      ...(isSplit ? { group: '' } : {}),
      cell: day((one) => one.end, true),
    },
  ]
  const monitoring: Column[] = isGrid
    ? GRID.map((month) => ({
        heading: `${month}月`,
        cell: (one) =>
          one.months.some((due) => due.month === month)
            ? draw.of(['○', '◯', '●'])
            : draw.of([null, null, '-']),
      }))
    : [
        {
          heading: draw.of(HEADINGS.monitoring),
          cell: (one) =>
            is(one, 'unknown-interval') ? draw.of(['5か月', '随時', '6月', '月2回']) : one.monitoring,
        },
      ]
  const others = draw.chance(80)
    ? OTHERS.filter(() => draw.chance(30)).map(
        ([heading, values]): Column => ({
          heading,
          cell: (_one, at) => (/^(?:No\.|№)$/u.test(heading) ? String(at + 1) : draw.of(values)),
        }),
      )
    : []
  const kind: Column[] = draw.chance(60) ? [{ heading: draw.of(HEADINGS.kind), cell: (one) => one.kind }] : []
  const blocks: Column[][] = [[code], [member], period, monitoring, kind, ...others.map((one) => [one])]
  return shuffled(draw, blocks).flat()
}

const codeCell = (draw: Draw, code: string, isBook: boolean): MadeCell => {
  if (/^\d+$/u.test(code)) {
    if (!isBook) return draw.of([code, `="${code}"`])
    return draw.of<MadeCell>([code, { number: Number(code), format: '0000' }])
  }
  const typed = [code, code.replace('-', 'ー'), code.toLowerCase(), code.replace('-', '－')]
  return draw.of(typed)
}

const shuffled = <T>(draw: Draw, all: readonly T[]): T[] =>
  all
    .map((one) => ({ one, at: draw.number(1000) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one)

type SheetShape = {
  columns: readonly Column[]
  cases: readonly Case[]
  name: string
  isBook: boolean
  isGrid: boolean
  isCovered: boolean
}

const drawSheet = (draw: Draw, { columns, cases, name, isBook, isCovered }: SheetShape): MadeSheet => {
  const rows: MadeCell[][] = []
  const merges: string[] = []
  const blank = () => columns.map((): MadeCell => null)
  const withFirst = (text: string) => [text, ...blank().slice(1)]
  if (draw.chance(40)) rows.push(withFirst('令和8年度 計画相談 管理表'))
  if (draw.chance(20)) rows.push(withFirst('作成日 R8.10.1'))
  if (rows.length > 0 && draw.chance(50)) rows.push(blank())
  const hasGroups = columns.some(({ group }) => group !== undefined)
  if (hasGroups) {
    const top = columns.map(
      ({ heading, group }): MadeCell => (group === undefined ? heading : group === '' ? null : group),
    )
    const sub = columns.map(({ heading, group }): MadeCell => (group === undefined ? null : heading))
    const at = rows.length + 1
    rows.push(top, sub)
    for (const [index, { group }] of columns.entries())
      if (group === undefined) merges.push(`${letters(index)}${at}:${letters(index)}${at + 1}`)
      else if (group !== '') merges.push(`${letters(index)}${at}:${letters(index + 1)}${at}`)
  } else rows.push(columns.map(({ heading }) => heading))
  const memberAt = columns.findIndex(({ heading }) =>
    (HEADINGS.member as readonly string[]).includes(heading),
  )
  const sorted =
    isBook && !isCovered && draw.chance(40) ? cases.toSorted((a, b) => (a.member < b.member ? -1 : 1)) : cases
  const isMerged = sorted !== cases
  for (const [at, one] of sorted.entries()) {
    const cells = columns.map(({ cell }) => cell(one, at))
    const above = sorted[at - 1]
    const typed = cells[memberAt]
    const isPlain = typeof typed === 'string' && (MEMBERS[one.member] as readonly string[]).includes(typed)
    if (isMerged && isPlain && above?.member === one.member && rows.at(-1)?.[memberAt] !== null) {
      cells[memberAt] = null
      const last = rows.length
      merges.push(`${letters(memberAt)}${last}:${letters(memberAt)}${last + 1}`)
    }
    rows.push(cells)
    if (draw.chance(5)) rows.push(blank())
  }
  if (draw.chance(40)) rows.push(totalRow(draw, columns.length, cases.length))
  if (draw.chance(25)) rows.push(blank(), withFirst('※ 空欄は未定です'))
  return { name, rows, merges }
}

const totalRow = (draw: Draw, width: number, count: number): MadeCell[] => {
  const cells: MadeCell[] = Array.from({ length: width }, () => null)
  cells[0] = draw.of(['合計', '計', '合 計', `合計 ${count}件`, '件数'])
  if (width > 1 && draw.chance(60)) cells[width - 1] = draw.of([`${count}件`, String(count)])
  return cells
}

const bytesOf = (draw: Draw, format: string, sheets: readonly MadeSheet[], is1904: boolean): Uint8Array => {
  if (format === 'xlsx') return xlsxOf(sheets, is1904 ? { date1904: draw.of(['1', 'true']) } : {})
  if (format === 'ods') return odsOf(sheets)
  const text = (cell: MadeCell) => (cell === null ? '' : typeof cell === 'object' ? '' : String(cell))
  const rows = (sheets[0]?.rows ?? []).map((row) => row.map(text))
  const isWide = rows.flat().some((cell) => /[𠮷髙﨑№〜]/u.test(cell))
  const encoding = draw.of(
    isWide ? ['utf8', 'utf16le', 'utf16be'] : ['utf8', 'Shift_JIS', 'EUC-JP', 'utf16le'],
  )
  const bom = encoding.startsWith('ut') && draw.chance(50)
  return csvOf(rows, {
    delimiter: format === 'tsv' ? '\t' : ',',
    encoding,
    bom,
    newline: draw.of(['\r\n', '\n']),
  })
}
