import { isCounted } from './counters.ts'
import type { Detector, FindingKind, Match } from './finding.ts'
import { digitGroups, type NumberShape, shapesFrom } from './number-groups.ts'

/** A label, what may stand between it and the number, and which number then counts. */
type Label = { kind: FindingKind; pattern: RegExp; choose: (shapes: readonly NumberShape[]) => Choice }
type Choice = NumberShape | undefined

const isTight = ({ hasSpaces }: NumberShape): boolean => !hasSpaces
const ofLength = (shapes: readonly NumberShape[], lengths: readonly number[]): Choice =>
  lengths.map((length) => shapes.find(({ digits }) => digits.length === length)).find(Boolean)

const isYearMonthDay = ({ parts, digits, hasDashes }: NumberShape): boolean =>
  hasDashes &&
  parts.length <= 3 &&
  parts.slice(1).every((length) => length <= 2) &&
  isDateStart(digits, parts)
const isDateStart = (digits: string, [year = 0]: readonly number[]): boolean =>
  year <= 2 || (year === 4 && /^(?:19|20)/.test(digits))
const isCompactDate = ({ digits, parts }: NumberShape): boolean =>
  parts.length === 1 && /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])?$/.test(digits)

/** After a word for "number" anything of four digits and more; a date is still a date. */
const anyNumber = (shapes: readonly NumberShape[]): Choice => {
  const tight = shapes.findLast((shape) => isTight(shape) && shape.digits.length >= 4)
  if (tight && isYearMonthDay(tight)) return undefined
  return ofLength(shapes, [10]) ?? tight ?? ofLength(shapes, [8, 7])
}

/** After the name of a certificate alone: five digits and more that read as no date. */
const certificateNumber = (shapes: readonly NumberShape[]): Choice => {
  const chosen = anyNumber(shapes)
  return chosen && chosen.digits.length >= 5 && !isCompactDate(chosen) ? chosen : undefined
}

/** Twelve digits; in one piece one more or less is a slip of the hand. */
const individualNumber = (shapes: readonly NumberShape[]): Choice =>
  ofLength(shapes.slice(0, 1), [12, 11, 13, 10]) ?? ofLength(shapes, [12])

/** Without its area code; one with it shows by itself. */
const localPhone = (shapes: readonly NumberShape[]): Choice =>
  shapes.some(({ parts }) => parts.length > 2)
    ? undefined
    : shapes.find(
        ({ digits, parts, hasDashes }) =>
          hasDashes && /^[1-9]/.test(digits) && /^[2-4]-4$/.test(parts.join('-')),
      )

const CERTIFICATES =
  '受給者証?|受給資格者証|被保険者証?|保険者証?|保険証|医療証|免許証?|手帳|年金証書|基礎年金|年金'
const GAP = '(?:\\(\\d{1,2}桁\\))?[^\\d。]{0,10}'

/** What stands between a certificate's name and another thing's number: dates, grades, telephones. */
const OTHER_THING =
  /有効|期間|交付|更新|取得|申請|支給|から|まで|電話|TEL|FAX|携帯|相談|事業所|令和|平成|昭和|[級度年月日RHS]/iu

const LABELS: readonly Label[] = [
  {
    kind: 'my_number',
    pattern: new RegExp(`(?:マイナンバー|個人番号)(?<gap>${GAP})(?=\\d)`, 'gu'),
    choose: individualNumber,
  },
  {
    kind: 'certificate_number',
    pattern: new RegExp(`(?:(?:${CERTIFICATES})の?番号|証番号|記号・?番号)(?<gap>${GAP})(?=\\d)`, 'gu'),
    choose: anyNumber,
  },
  {
    kind: 'certificate_number',
    pattern: new RegExp(`(?:${CERTIFICATES})(?<gap>${GAP})(?=\\d)`, 'gu'),
    choose: certificateNumber,
  },
  {
    kind: 'phone',
    pattern: /(?:電話|TEL|FAX|ファックス|携帯|連絡先|自宅)(?:番号)?(?<gap>[ \n:はの.]{0,4})(?=\d)/giu,
    choose: localPhone,
  },
]

/** Numbers that show by the word before them whose they are. */
export const labelledNumbers: Detector = (text) => {
  const groups = digitGroups(text)
  const indexAt = new Map(groups.map(({ from }, index) => [from, index]))
  const labelled = LABELS.flatMap(({ kind, pattern, choose }) =>
    [...text.matchAll(pattern)].flatMap(({ 0: found, index, groups: named }): Match[] => {
      const at = indexAt.get(index + found.length)
      if (at === undefined || OTHER_THING.test(named?.gap ?? '')) return []
      const shape = choose(shapesFrom(groups, at).filter(({ isSaid }) => !isSaid || kind === 'my_number'))
      return shape && !isCounted(text, shape.to) ? [{ kind, from: shape.from, to: shape.to }] : []
    }),
  )
  return [...labelled, ...named(text, SYMBOL_AND_NUMBER), ...named(text, NUMBER_FIRST)]
}

/** 記号12 番号345678, as health insurance cards print it. */
const SYMBOL_AND_NUMBER =
  /記号[^\d。]{0,4}(?<first>\d{1,8})[^\d。]{0,6}番号[^\d。]{0,4}(?<second>\d{2,10})(?![\dつまか個回問])/dgu
const NUMBER_FIRST =
  /(?<!\d)(?<first>\d{7,12})[ ]?\(?(?:が|は|:)?[ ]?(?:受給者証?|被保険者証?|手帳)の?番号/dgu

const named = (text: string, pattern: RegExp): Match[] =>
  [...text.matchAll(pattern)].flatMap(({ indices }) =>
    Object.values(indices?.groups ?? {}).map(([from, to]) => ({
      kind: 'certificate_number' as const,
      from,
      to,
    })),
  )
