import type { Detector } from './finding.ts'
import { matchesOf } from './matches.ts'

const NAME = '[\\p{Script=Han}ァ-ヶー々ヶケノA-Z]'
const KIND =
  '(?:小学校|中学校|高等学校|高校|中等教育学校|義務教育学校|特別支援学校|支援学校|養護学校|盲学校|(?:ろう|聾)学校|小中学校|学園|学院|学校|分教室|分校)'
const INFANTS = '(?:幼稚園|保育園|保育所|こども園|子ども園|幼児園|園)'
const DEPARTMENT =
  '(?:[ ]?の?(?:小学部|中学部|高等部|小|中|高|普通科|職業科|本校|分校|分教室|支援学級|特別支援学級))?'
const N = '[\\d一二三四五六七八九十]{1,2}'
const CLASS = `(?:${N}|[A-Z]|[ァ-ヶぁ-んー]{1,6}|[イロハ東西南北松竹梅]|\\p{Script=Han}{1,2})`
const YEAR = `${N}[ ]?(?:年生?|学年)`
const SCHOOL = `(?<school>(?:${NAME}|[ぁ-ん]{2,6}(?=小学|中学|高等|高校|特別|支援|養護)){1,14}?(?:${KIND}))`

const PATTERNS: readonly RegExp[] = [
  // 見本小学校4年3組, 見本支援学校高等部2年B組
  new RegExp(
    `(?<here>${SCHOOL}${DEPARTMENT}[ ]?[のに、・(]?[ ]?${YEAR}[ ]?の?[ ]?${CLASS}[ ]?(?:組|クラス|ホーム))`,
    'dgu',
  ),
  // 見本小学校4-3, 見本中3-B
  new RegExp(
    `(?<here>${SCHOOL}${DEPARTMENT}[ ]?の?[ (]?\\d[ ]?(?:-|年)[ ]?(?:\\d{1,2}|[A-H])(?![\\d\\-年月回人名校級:時円時]))`,
    'dgu',
  ),
  new RegExp(
    `(?<here>(?<school>(?<!${NAME})${NAME}{1,8}[小中高])(?:の)?[ ]?(?:${YEAR}[ ]?の?[ ]?${CLASS}[ ]?(?:組|クラス)|\\d[ ]?(?:-|の)[ ]?(?:\\d|[A-H])(?![\\d\\-年月回人名校級か])))`,
    'dgu',
  ),
  // 見本保育園のひまわり組, 見本幼稚園年長さくら組
  new RegExp(
    `(?<here>(?<school>(?:${NAME}|[ぁ-ん]{2,8}(?=幼|保|こ|子)){1,12}?${INFANTS})[ ]?の?[ ]?(?:年[長中少]|\\d歳児)?(?:クラス)?の?[ ]?「?(?:[ぁ-ん]{2,6}|[ァ-ヶー]{2,6}|\\p{Script=Han}{1,3})[ ]?(?:組|クラス))`,
    'dgu',
  ),
  // 4年3組(見本小学校)
  new RegExp(`(?<here>${YEAR}[ ]?の?${CLASS}組[ ]?[(、,][ ]?${SCHOOL})`, 'dgu'),
]

/** A school without a name of its own: 市立小学校4年3組, 地元の小学校. */
const NAMELESS =
  /^(?:市立|区立|町立|村立|県立|都立|国立|私立|公立|地元|地域|近隣|同じ|別|他|各|元|現在|本人|次男|長男|長女|次女|今|通常|普通|特別|特別支援|支援|養護|盲|義務教育|高等|小|中|大|市内|町内|県内|母校|前|新|通学|在籍|転校先|入学先|進学先|当該|ある|この|その)*(?:小学校|中学校|高等学校|高校|支援学校|学校|学園|学院|幼稚園|保育園|保育所|園|こども園|小|中|高)$/u

/** A school by its name, with the class: together they leave few. */
export const schoolClasses: Detector = (text) => {
  if (!/[組クホ\d]/u.test(text) || !/[校園院小中高所]/u.test(text)) return []
  return PATTERNS.flatMap((pattern) =>
    matchesOf(text, pattern, 'school_class', (_, { groups }) => !NAMELESS.test(groups?.school ?? '')),
  )
}
