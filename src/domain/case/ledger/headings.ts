/** What a column of a ledger holds, as far as we take it over. */
export type Column =
  | 'code'
  | 'office'
  | 'member'
  | 'municipality'
  | 'kind'
  | 'start'
  | 'end'
  | 'period'
  | 'monitoring'
  | 'months'
  | 'month'
  | 'last'
  | 'need'
  | 'closed'
  | 'state'

/** Whose period a start or an end is: the municipality's decision, the plan, or not said. */
export type Family = 'decided' | 'planned' | 'plain'

/**
 * `rank`: 1 names the column and nothing else can be meant; a higher one is taken only where no lower one is there.
 * `month`: of a column of a 4月…3月 grid.
 */
export type Recognised = {
  is: 'column'
  column: Column
  rank: number
  family?: Family
  month?: { month: number; year?: number }
}
export type Heading = Recognised | { is: 'personal' } | { is: 'other' }

/** Never taken over; asked after the columns below, so that 担当者氏名 is no name of a user. */
const PERSONAL =
  /氏名|名前|利用者名|本人名|児童名|ふりがな|フリガナ|カナ|生年月日|誕生日|年齢|性別|住所|居所|郵便|〒|電話|TEL|携帯|連絡先|メール|mail|受給者証?番号|証番号|手帳|保険|マイナンバー|個人番号|保護者|家族|続柄|障害名|病名|主治医|備考|特記|メモ|コメント|摘要/i

const NUMBER = '(?:番号|No\\.?|コード|ID|CD|ナンバー)'
const MONITORING = '(?:モニタリング|モニタ|モニ)'
const CARRIER =
  '(?:相談支援専門員|支援専門員|相談専門員|専門員|相談支援員|相談員|計画作成(?:担当)?(?:者|相談員|専門員)|計画担当(?:者|相談員)?)'
const DECIDED =
  '(?:(?:計画相談|障害児相談)(?:支援)?(?:給付費)?の?)?(?:支給決定|支給|受給者証)の?(?:有効)?(?:期間)?の?'
const PLANNED = '(?:サービス等利用計画|障害児支援利用計画|利用計画|計画|プラン)の?(?:有効|実施)?(?:期間)?の?'
const START = '\\(?(?:自|(?:開始|始期|始|から|FROM|START)(?:年月日|年月|日)?)\\)?'
const END = '\\(?(?:至|(?:終了|終期|終|満了|満期|まで|TO|END)(?:年月日|年月|日)?)\\)?'

type Rule = readonly [pattern: string, column: Column, rank: number, family?: Family]

/** Headings as offices write them, after `plainHeading`; each must fit as a whole, so that another column never does. */
const RULES: readonly Rule[] = [
  [`(?:つなぎ|支援)?ケース${NUMBER}?`, 'code', 1],
  [`(?:利用者|対象者|相談者)${NUMBER}`, 'code', 2],
  [`(?:管理|整理|台帳|登録|識別)${NUMBER}|ID|コード`, 'code', 3],
  ['No\\.?|番号|連番|通番|通し番号|項番|#|行番号|順番?|SEQ\\.?', 'code', 4],

  [
    '(?:(?:指定)?(?:特定|障害児|計画)?相談(?:支援)?|計画相談支援|担当)事業(?:所|者)(?:名称?)?|所属(?:事業所)?(?:名)?',
    'office',
    1,
  ],
  ['事業所(?:名称?)?', 'office', 2],

  [
    `(?:主|計画(?:相談)?|相談支援|ケース)?担当(?:者|職員|${CARRIER})?(?:名|氏名|の氏名)?|${CARRIER}(?:名|氏名|の氏名)?`,
    'member',
    1,
  ],

  ['市(?:区)?町村名?|(?:支給|支給決定|援護|受給)(?:の)?市(?:区)?町村名?', 'municipality', 1],
  ['援護の?実施(?:者|機関)名?|実施機関名?', 'municipality', 1],

  [
    '(?:サービス等利用|利用)?(?:計画|プラン)の?(?:種別|種類|区分)|新規.{0,8}(?:更新|変更|継続)(?:の別|の区分|区分|等)?',
    'kind',
    1,
  ],
  ['種別|種類|区分', 'kind', 2],

  [`${DECIDED}${START}`, 'start', 1, 'decided'],
  [`${DECIDED}(?:${END}|期限)`, 'end', 1, 'decided'],
  [`${PLANNED}${START}`, 'start', 1, 'planned'],
  [`${PLANNED}(?:${END}|有効期限)`, 'end', 1, 'planned'],
  [`(?:有効|(?:有効)?期間の?)?${START}`, 'start', 2, 'plain'],
  [`(?:有効|(?:有効)?期間の?)?${END}|有効期限`, 'end', 2, 'plain'],
  [
    '(?:(?:計画相談|障害児相談)(?:支援)?(?:給付費)?の?)?(?:支給決定|支給|受給者証)の?(?:有効)?期間',
    'period',
    1,
    'decided',
  ],
  [
    '(?:サービス等利用計画|障害児支援利用計画|利用計画|計画|プラン)の?(?:有効|実施)?期間',
    'period',
    1,
    'planned',
  ],
  ['(?:有効)?期間', 'period', 2, 'plain'],

  [`${MONITORING}の?(?:実施|標準|実施標準)?(?:期間|間隔|頻度|周期)?|(?:実施)?標準期間`, 'monitoring', 1],
  [`${MONITORING}の?(?:実施)?回数`, 'monitoring', 2],
  [`${MONITORING}の?(?:実施)?(?:予定|対象)?月|実施(?:予定)?月`, 'months', 1],
  [
    `(?:前回|直近|最終|最新|直前)の?${MONITORING}(?:の?実施)?(?:年月日|年月|日|月)?|${MONITORING}の?(?:前回|直近|最終)(?:実施)?(?:年月日|年月|日|月)?|(?:前回|直近|最終)の?実施(?:年月日|年月|日|月)`,
    'last',
    1,
  ],

  ['(?:支援の?)?必要度|ランク', 'need', 1],
  [
    '(?:ケース|支援)?(?:終結|廃止)(?:年月日|日)?|支援終了(?:年月日|日)|契約解除(?:年月日|日)|解約(?:年月日|日)',
    'closed',
    1,
  ],
  ['契約終了(?:年月日|日)', 'closed', 2],
  ['(?:ケース|支援|契約|利用)?(?:の)?(?:状態|状況|ステータス)', 'state', 1],
]

const KNOWN = RULES.map(([pattern, ...rest]) => [new RegExp(`^(?:${pattern})$`, 'iu'), ...rest] as const)

/** What only says how a cell is filled in, in brackets behind a heading. */
const FILLING =
  /\((?:必須|任意|半角.*|全角.*|西暦|和暦|年月日|y+.*|[かヶケカヵ]?月|例.*|※.*|選択|入力|記入|漢字|数字|つなぎ|現在)\)$/iu

/** Widths, spaces, line breaks and marks made one; brackets of every kind round. */
const plainHeading = (text: string): string => {
  const folded = text
    .replaceAll(/[①-⑳※*★☆■□◆◇▼▲]/gu, '')
    .normalize('NFKC')
    .replaceAll(/[\s\p{Cf}]+/gu, '')
    .replaceAll(/[［【<〈「『[]/gu, '(')
    .replaceAll(/[］】>〉」』\]]/gu, ')')
    .replace(/[:：]$/u, '')
  return folded.replace(FILLING, '').replace(/^\d{1,2}[.)、](?=.)/u, '')
}

const recognised = new Map<string, Heading>()
const MOST_REMEMBERED = 5000

/** Recognises a heading by its whole text; memoized, for rows are looked at for headings too. */
export const recogniseHeading = (text: string): Heading => {
  const known = recognised.get(text)
  if (known) return known
  const found = recognise(plainHeading(text))
  if (recognised.size < MOST_REMEMBERED) recognised.set(text, found)
  return found
}

/** A heading longer than this is a sentence. */
const LONGEST = 40

const recognise = (heading: string): Heading => {
  if (heading === '' || heading.length > LONGEST) return { is: 'other' }
  const rule = KNOWN.find(([pattern]) => pattern.test(heading))
  if (rule) {
    const [, column, rank, family] = rule
    return { is: 'column', column, rank, ...(family ? { family } : {}) }
  }
  const month = gridMonth(heading)
  if (month) return { is: 'column', column: 'month', rank: 1, month }
  return PERSONAL.test(heading) ? { is: 'personal' } : { is: 'other' }
}

/** `4月`, `4月分`, `R8.4`, `2026年4月`: a column of a grid. */
const gridMonth = (heading: string): Recognised['month'] | undefined => {
  const alone = /^(\d{1,2})月分?$/u.exec(heading)
  if (alone) return monthOf(Number(alone[1]))
  const full = /^(?:(\d{4})|(?:令和|R)\.?(\d{1,2}))[年./-](\d{1,2})(?:月分?)?$/iu.exec(heading)
  if (!full) return undefined
  const year = full[1] ? Number(full[1]) : REIWA_BASE + Number(full[2])
  return monthOf(Number(full[3]), year)
}

/** 令和n年 is this plus n. */
const REIWA_BASE = 2018

const monthOf = (month: number, year?: number): Recognised['month'] | undefined =>
  month >= 1 && month <= 12 ? { month, ...(year === undefined ? {} : { year }) } : undefined

/** Group headings that say nothing against what stands below them. */
const NEUTRAL =
  /^(?:基本(?:情報|事項)?|利用者(?:情報)?|ケース(?:情報)?|計画相談(?:支援)?|計画(?:情報)?|相談支援|受給者証(?:情報)?|支給決定(?:内容|情報)?|モニタリング|モニタリング(?:実施)?(?:予定)?月?|管理|台帳|(?:令和|R)?\d{1,4}年度?)$/iu

/**
 * Recognises a heading below a group's: 開始日 below 支給決定期間 is the plan's start, below 利用サービス it is not.
 */
export const recogniseBelow = (group: string, own: string): Heading => {
  const alone = recogniseHeading(own)
  const over = plainHeading(group)
  if (over === '' || over === plainHeading(own)) return alone
  const below = plainHeading(own)
  for (const joined of [`${over}(${below})`, `${over}${below}`, `${over}の${below}`]) {
    const found = recogniseHeading(joined)
    if (found.is === 'column') return found
  }
  if (PERSONAL.test(over)) return { is: 'personal' }
  const month = /^\d{1,2}$/u.test(below) && NEUTRAL.test(over) ? monthOf(Number(below)) : undefined
  if (month) return { is: 'column', column: 'month', rank: 1, month }
  if (alone.is !== 'column' || NEUTRAL.test(over)) return alone
  const isSure = alone.rank === 1 && alone.family === undefined && alone.column !== 'month'
  return isSure ? alone : { is: 'other' }
}
