import { isCounted } from './counters.ts'
import type { Detector, Match } from './finding.ts'

const PLACE = '[\\p{Script=Han}\\p{Script=Katakana}ーヶノがケ]'
const NUMBER = '(?:\\d{1,5}|[〇一二三四五六七八九十百]{1,4})'
/** What goes on after the first number: 2-3, 番地の4, 号, a room. */
const TAIL = `(?:[ ]?(?:-|の)?[ ]?(?:\\d{1,5}|[一二三四五六七八九十]{1,3}(?=[番号])|(?<=[-の目][ ]?)[一二三四五六七八九十]{1,3}))(?:番地?(?!域)|号室?|-(?!\\d))?`
const MORE = `(?:${TAIL}){0,5}`
const HOME =
  '(?:アパート|マンション|ハイツ|コーポ|メゾン|ハイム|レジデンス|ハウス|コート|荘|団地|住宅|寮|号棟|グループホーム)'

const DIGITS = '〇一二三四五六七八九十'
const SAID = `(?:\\d{1,4}|[${DIGITS}百]{1,4})(?:番地?|号)?`
const JOINT = '[ ]?[の\\-ーノ][ ]?'

type Rule = { pattern: RegExp; counts?: (found: RegExpMatchArray, text: string) => boolean }

const end = ({ 0: whole, index }: RegExpMatchArray): number => (index ?? 0) + whole.length
const before = ({ index }: RegExpMatchArray, text: string): string =>
  text.slice(Math.max(0, (index ?? 0) - 12), index)

/** さいたま市, つくば市: a name in hiragana belongs to its 市, as far as it holds no particle. */
const beginning = (found: RegExpMatchArray, text: string): number => {
  const kana = /^[市区町村]/u.test(found[0])
    ? /(?:\p{Script=Han}{2,3}[都道府県](?:\p{Script=Han}{1,4}郡)?)?(?:(?![はをにでへと])[ぁ-ん]){2,6}$/u.exec(
        before(found, text),
      )
    : null
  return (found.index ?? 0) - (kana?.[0].length ?? 0)
}

const RULES: readonly Rule[] = [
  // 札幌: 北24条西5丁目
  { pattern: new RegExp(`${PLACE}{0,14}\\d{1,2}条[東西南北]?\\d{1,2}丁目${MORE}`, 'gu') },
  // 京都: 寺町通御池上る
  {
    pattern: new RegExp(
      `${PLACE}{3,16}(?:上る|下る|上ル|下ル|[東西]入る?|[東西]入ル)${PLACE}{0,12}(?:${NUMBER}(?:番地?)?${MORE})?`,
      'gu',
    ),
  },
  {
    pattern: new RegExp(
      `${PLACE}{0,12}[市区町村]${PLACE}{2,8}\\d{1,5}(?=$|[。、 \\n)]|に(?:住|在|居|転|あ)|で暮)`,
      'gu',
    ),
    counts: (found) =>
      isPlaceBeforeNumber(found[0]) && !isNumberedThing(found[0]) && !OF_THE_MUNICIPALITY.test(found[0]),
  },
  {
    pattern: new RegExp(
      `${PLACE}{1,12}[市区]${PLACE}{2,7}(?=に(?:住|在住|居住|転居|転入|引っ?越)|在住|居住|へ(?:転居|引っ?越)|で(?:一人暮らし|暮ら|生活し)|の(?:アパート|自宅|実家|借家|マンション|持ち家))`,
      'gu',
    ),
    counts: (found) => !OF_THE_MUNICIPALITY.test(found[0]) && !WARD_OR_PART.test(found[0]),
  },
  {
    pattern: new RegExp(`${PLACE}{0,16}(?:\\d{1,3}|[一二三四五六七八九十]{1,3})[ ]?丁目${MORE}`, 'gu'),
    counts: (found) => !/^[\d一二三四五六七八九十]+[ ]?丁目$/u.test(found[0]),
  },
  {
    pattern: new RegExp(
      `${PLACE}{0,16}(?:無番地|${NUMBER}番地(?![域道方味元盤区])(?:の\\d{1,4})?${MORE}|\\d{1,3}番\\d{1,3}号(?![車線棟])${MORE})`,
      'gu',
    ),
  },
  {
    pattern: new RegExp(
      `${PLACE}{0,12}[大小]字${PLACE}[\\p{Script=Han}\\p{Script=Katakana}ーヶノ]{0,9}(?:${NUMBER}(?:番地?)?${MORE})?`,
      'gu',
    ),
    counts: (found) => !/[大小]字(?:体|版|幕|印刷|表示|文字)/u.test(found[0]),
  },
  {
    pattern: new RegExp(
      `${PLACE}{0,12}[市区町村郡](?:${PLACE}|[ぁ-ん]){0,10}?[ ]?\\d{1,5}(?:[ ]?-[ ]?\\d{1,5}){1,3}(?:号室?)?`,
      'gu',
    ),
    counts: (found, text) => isPlaceBeforeNumber(found[0]) && !isCounted(text, end(found)),
  },
  {
    pattern: /\p{Script=Han}{2,8}\d{1,2}-\d{1,2}-\d{1,3}(?![\d-])/gu,
    counts: (found, text) => !isNumberedThing(found[0]) && !isCounted(text, end(found)),
  },
  {
    pattern: new RegExp(
      `${PLACE}{0,12}[市町村区]${PLACE}{1,8}\\d{1,5}(?=(?:に|へ|で|の自宅|の実家|)[ ]?(?:在住|居住|住[むみん所ま]|転居|引っ?越))`,
      'gu',
    ),
  },
  {
    pattern: new RegExp(
      `(?:${PLACE}|[ぁ-ん]){0,8}${HOME}(?:${PLACE}|[ぁ-ん○〇]){0,8}[ ]?(?:\\d{1,2}号?棟)?[ ]?(?:\\d{1,4}号室|\\d{3,4}号?(?![\\d-])|[A-Z]?-?\\d{3}号?)`,
      'gu',
    ),
    counts: (found, text) => !isCounted(text, end(found)) && !/^[年月日:/]/.test(text.slice(end(found))),
  },
  // 見本が丘2の14の3, 見本町四の八, 住所は見本四の八: said, or in kanji
  {
    pattern: new RegExp(
      `${PLACE}{1,13}?(?<=[\\p{Script=Han}ケヶ])[ ]?${SAID}${JOINT}${SAID}${JOINT}${SAID}(?![\\d${DIGITS}])`,
      'gu',
    ),
    counts: (found, text) =>
      /[\d一二三四五六七八九十][のノー]|[一二三四五六七八九十]-/u.test(found[0]) &&
      !isNumberedThing(found[0]) &&
      !isCounted(text, end(found)) &&
      !OF_A_LAW.test(found[0]),
  },
  {
    pattern: new RegExp(
      `(?:${PLACE}{1,12}|[ぁ-ん]{2,6})(?:[町村丘台]|[ヶケが]丘)[ ]?${SAID}${JOINT}${SAID}(?![\\d${DIGITS}])`,
      'gu',
    ),
    counts: (found, text) =>
      !isNumberedThing(found[0]) && !isCounted(text, end(found)) && !OF_A_LAW.test(found[0]),
  },
  {
    pattern: new RegExp(
      `(?<=(?:現?住所|自宅|住まい|転居先|引っ?越し?先|実家|居所)(?:は|が|:)?[ ]?)(?:${PLACE}|の(?!\\d)){2,16}?[ ]?${SAID}(?:${JOINT}${SAID}){1,3}(?![\\d${DIGITS}])`,
      'gu',
    ),
    counts: (found, text) => !isNumberedThing(found[0]) && !isCounted(text, end(found)),
  },
  {
    pattern: /[A-Z]?-?\d{1,4}号室/gu,
    counts: (found, text) =>
      !MEETING_PLACE.test(before(found, text)) && !MEETING_PLACE.test(text.slice(end(found), end(found) + 8)),
  },
]

/** 市役所, 市営住宅, 市の事業所: no part of the town. */
const OF_THE_MUNICIPALITY =
  /[市区町村](?:内|外|立|営|役|民|街|中心|全域|議会|近郊|出身)|事業所|施設|病院|学校|作業所|センター|計画|予算|資料|職員|担当|相談|協議|代表|委員|窓口|会場|支部|支所|人口|住宅|団地|福祉|保健|会館/u
const WARD_OR_PART = /(?:[市区]|部|側|方面|地区|地域|圏域?|内|外|近郊|付近|周辺|同士|両[市町])$|郡/u

const MEETING_PLACE = /会議|研修|面談室|相談室|会場|場所|集合|センター|役所|役場|庁舎|会館|公民館|打合せ/u

/** 市内で3-4, 市の部会2-3: what stands between is no place. */
const isPlaceBeforeNumber = (found: string): boolean => {
  const place = /[市区町村郡]([^市区町村郡\d]*?)[ ]?\d/u.exec(found)?.[1] ?? ''
  return !/^(?:内|外|立|役|民|営|長|議)|[はをにでとへも、]|から|まで|より|など|[部会議回件数員者月年週約計第各毎全別期度率]$|令和|平成|(?:^|[^\p{Script=Han}])の/u.test(
    place,
  )
}

/** 第6条の16の3: a place in a law. */
const OF_A_LAW =
  /[条項号章節款別表](?:の|$)|[第条項章][\d一二三四五六七八九十]|[\d一二三四五六七八九十][ ]?[年月日時分円人件回名]/u

/** 資料1-2-3 and the like, and dates such as 令和8-4-1. */
const isNumberedThing = (found: string): boolean =>
  /(?:令和|平成|昭和|大正|資料|様式|別紙|別表|項目|議題|議案|参考|番号|計画|報告|[日期度回料式紙表図目題考号年月時分番点比数割率版章節条項第約計])[\d一二三四五六七八九十]/u.test(
    found,
  )

const LABELLED =
  /(?:現?住所|居所|住まい|本籍地?|居住地|実家)[ ]{0,2}[:=][ \n]{0,2}(?<here>[^\n。、,]{2,60})/dgu

/** A value that says no more than prefecture, county, municipality and ward, or that says nothing. */
const COARSE =
  /^(?:〒?[\d\- ]{0,9})?(?:\p{Script=Han}{1,3}[都道府県])?(?:\p{Script=Han}{1,4}郡)?(?:[\p{Script=Han}ァ-ヶぁ-ん]{1,6}?[市町村区](?:[\p{Script=Han}]{1,4}区)?)?(?:内|在住|市内|区内|町内|村内|管内|圏域内)?[ ]*(?:\([^()]{0,12}\))?$/u
const SAYS_NOTHING = /^(?:不明|非公開|同上|省略|なし|未定|変更なし|記載なし|未記入|秘匿|別紙|[-ー*○〇●×]+)/u

const labelled = (text: string): Match[] =>
  [...text.matchAll(LABELLED)].flatMap(({ indices, groups }): Match[] => {
    const value = groups?.here?.trimEnd() ?? ''
    const from = indices?.groups?.here?.[0]
    const counts = !COARSE.test(value) && !SAYS_NOTHING.test(value) && /[市区町村郡都道府県\d]/u.test(value)
    return from !== undefined && counts ? [{ kind: 'address', from, to: from + value.length }] : []
  })

/** Addresses finer than the municipality, by pattern: 丁目, 番地, 大字, house and room numbers, 住所：…. */
export const addresses: Detector = (text) => {
  if (!MAY_HOLD_ONE.test(text)) return []
  return joined(text, [
    ...labelled(text),
    ...RULES.flatMap(({ pattern, counts }) =>
      [...text.matchAll(pattern)]
        .filter((found) => counts?.(found, text) ?? true)
        .map((found): Match => ({ kind: 'address', from: beginning(found, text), to: end(found) })),
    ),
  ])
}

/** A number, or a word without which no rule finds a place. */
const MAY_HOLD_ONE =
  /\d|[〇一二三四五六七八九十百]|[大小]字|無番地|[上下]る|[上下]ル|[東西]入|住|居|転|越|暮|生活|自宅|実家|アパート|マンション|借家|持ち家/u

const FLOOR =
  /^[ \n]?[\p{Script=Han}\p{Script=Katakana}ー]{1,12}(?:ビル|タワー|パレス|プラザ|ヒルズ)\d{1,2}(?:階|F)(?:\d{1,4}号室?)?/u

/** A house beside its street is one address: 見本町2-3-4 メゾン見本203号室. */
const joined = (text: string, matches: readonly Match[]): Match[] => {
  const one: Match[] = []
  for (const match of matches.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = one.at(-1)
    if (last && match.from <= last.to + 2 && /^[ \n、,]{0,2}$/u.test(text.slice(last.to, match.from)))
      last.to = Math.max(last.to, match.to)
    else one.push({ ...match })
  }
  for (const match of one) match.to += FLOOR.exec(text.slice(match.to, match.to + 30))?.[0].length ?? 0
  return one
}
