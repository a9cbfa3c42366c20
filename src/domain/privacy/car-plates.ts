import type { Detector } from './finding.ts'
import { matchesOf } from './matches.ts'

const KANA = '[あいうえかきくけこさすせそたちつてとなにぬねのはひふほまみむめもやゆよらりるれろわを]'
const NUMBER = '(?:\\d{2}[ ]?-[ ]?\\d{2}|[・.]{1,3}[ ]?\\d{1,3}(?:-\\d{2})?|\\d{1,4})(?!\\d)'
const OFFICE =
  '(?:\\p{Script=Han}{1,4}|[ぁ-ん]{2,3}|とちぎ|なにわ|つくば|いわき|[ァ-ヶー]{2,4}|富士山|伊勢志摩|飛騨)'
/** The second and third sign of the class may be a letter of the alphabet. */
const CLASS = '\\d[\\dA-Z]{1,2}'

/** With spaces, a dash or dots the whole plate shows by itself; as one run it might be anything counted. */
const SHOWS = new RegExp(
  `(?<here>${OFFICE}[ ]?${CLASS}[ ]?${KANA}[ ]?(?:\\d{1,2}[ ]?-[ ]?\\d{2}(?![\\d-])|[・.]{1,3}[ ]?\\d{1,3}(?!\\d)))`,
  'dgu',
)
const SPACED = new RegExp(
  `(?<here>${OFFICE}[ ]?${CLASS}[ ]${KANA}[ ]\\d{1,4}(?![\\d-])|${OFFICE}[ ]${CLASS}[ ]?${KANA}[ ]?\\d{2,4}(?![\\d-]))`,
  'dgu',
)
const RUN = new RegExp(
  `(?<here>\\p{Script=Han}{2,4}\\d[\\dA-Z]{2}(?![のとはにも])${KANA}\\d{4}(?!\\d))`,
  'dgu',
)
const ANY = new RegExp(`(?<here>${OFFICE}[ ]?${CLASS}[ ]?${KANA}[ ]?${NUMBER})`, 'dgu')
const LABEL =
  '(?:車両?|自動車|軽|バイク|原付|オートバイ)?(?:の?(?<!マイ)ナンバー(?:プレート)?|の?プレート|登録番号|車番)'
const LABELLED = new RegExp(
  `${LABEL}(?:の?番号)?[ ]?(?:は|が|:|「|\\(|で)?[ ]?[「(]?(?<here>(?:${OFFICE}[ ]?${CLASS}[ ]?)?(?:${KANA}[ ]?)?${NUMBER})`,
  'dgu',
)
const OF_A_CAR = /車|ナンバー|プレート|バイク|ワゴン|軽トラ|軽自|送迎|駐車/u
const AROUND = 24

/** Number plates of cars. */
export const carPlates: Detector = (text) => {
  if (!/\d/.test(text)) return []
  return [
    ...matchesOf(text, SHOWS, 'car_plate'),
    ...matchesOf(text, SPACED, 'car_plate', (here) => !COUNTS.test(here)),
    ...matchesOf(text, RUN, 'car_plate', (here) => !COUNTS.test(here)),
    ...matchesOf(
      text,
      ANY,
      'car_plate',
      (here, { index }) =>
        /\d{2}-?\d{2}$|[・.]/u.test(here) &&
        !COUNTS.test(here) &&
        OF_A_CAR.test(text.slice(Math.max(0, index - AROUND), index + here.length + AROUND)),
    ),
    ...matchesOf(
      text,
      LABELLED,
      'car_plate',
      (here, { index, 0: whole }) =>
        /\d{2}-\d{2}$|[・.]\d|\d{4}$|\p{Script=Hiragana}[ ]?\d/u.test(here) &&
        !/^[人台件枚回年月日%]/u.test(text.slice(index + whole.length)),
    ),
  ]
}

/** 定員20の12-34, 資料3と: a thing that is numbered. */
const COUNTS =
  /^(?:定員|資料|別紙|様式|第|議題|項目|年度?|令和|平成|昭和|期間|時間|図|表|頁|番号|単位|約|計|各)/u
