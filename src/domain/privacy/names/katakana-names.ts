import type { Reading, Span } from './reading.ts'
import { ACTS, KIN, ROLE, WITH_PERSON } from './words.ts'

/** Names of two parts and more in katakana: グエン・ヴァン・ミン, ジャン＝ポール. */
export const katakanaNames = (reading: Reading): Span[] => [
  ...joinedNames(reading),
  ...halfNames(reading),
  ...namesOfKin(reading),
]

const joinedNames = ({ text, words }: Reading): Span[] =>
  [...text.matchAll(JOINED)].flatMap(({ 0: run, index }) => {
    const parts = run.split(JOINTS)
    const kinds = parts.map((part) => words.katakana(part))
    if (AFTER_A_THING.test(text.slice(index + run.length))) return []
    const span = { from: index, to: index + run.length }
    const people = kinds.filter((kind) => kind === 'person').length
    const spoken = kinds.filter((kind) => kind === 'word').length
    if (spoken > 0 && (spoken === parts.length || !run.includes('='))) return []
    const isLong = parts.length > 2
    const areShort = parts.every((part) => part.length <= 5)
    const isUnknown =
      kinds.every((kind) => kind === 'unknown') && OF_A_SUBJECT.test(text.slice(index + run.length))
    const shows = isUnknown || run.includes('=') || people > 0 || (isLong && areShort)
    return shows || isAboutPerson(text, span) ? [span] : []
  })

const JOINED = /(?<![ァ-ヶー・=])[ァ-ヶー]{1,10}(?:[ ]?[・=][ ]?[ァ-ヶー]{1,10}){1,5}(?![ァ-ヶー])/gu
const JOINTS = /[ ]?[・=][ ]?/u
/** Two words that the dictionary lacks, and something is said of them. */
const OF_A_SUBJECT = /^(?:[はがともに]|から|より|、\d)(?!対する|関する|ついて|よる)/u
const AFTER_A_THING =
  /^(?:式|法|療法|病院|賞|館|記念|ホール|財団|基金|症候群|病|尺度|検査|社|の会$|センター|事業|支援|計画|会議|研修|制度|モデル)/u

const HALF =
  /(?<![ァ-ヶー・=\p{Script=Han}])(?:(?<first>[ァ-ヶー]{2,10})[・=](?<family>\p{Script=Han}{1,4})|(?<kanji>\p{Script=Han}{2,4})[・=](?<second>[ァ-ヶー]{2,10}(?:[・=][ァ-ヶー]{2,10})?))(?![ァ-ヶー\p{Script=Han}])/gu

/** ジェニファー＝山口, 山口・ジュリアナ. */
const halfNames = ({ text, words }: Reading): Span[] =>
  [...text.matchAll(HALF)].flatMap(({ 0: run, index, groups }) => {
    const kanji = groups?.family ?? groups?.kanji ?? ''
    const kana = (groups?.first ?? groups?.second ?? '').split(/[・=]/u)
    const isNamed = kana.every((part) => /^(?:person|unknown)$/u.test(words.katakana(part)))
    const span = { from: index, to: index + run.length }
    const shows =
      run.includes('=') || kana.some((part) => words.katakana(part) === 'person') || isAboutPerson(text, span)
    return isNamed && shows && words.family(kanji.replace(/(?:さん|様|氏)$/u, '')) ? [span] : []
  })

const OF_KIN =
  /(?:の|、|・|\(|「|:|[ ])(?<here>[ァ-ヶー]{2,8})(?=[はがをにともの、。)」(]|さん|くん|ちゃん|$)/dgu

/** 長男のミゲル: one name alone, after who it is. */
const namesOfKin = ({ text, words }: Reading): Span[] =>
  [...text.matchAll(OF_KIN)].flatMap(({ indices, groups, index }) => {
    const [from, to] = indices?.groups?.here ?? [0, 0]
    const kind = words.katakana(groups?.here ?? '')
    if (!KIN.test(text.slice(Math.max(0, index - 4), index))) return []
    return kind === 'person' ||
      (kind === 'unknown' && SUBJECT.test(text.slice(to)) && isAboutPerson(text, { from: to, to }))
      ? [{ from, to }]
      : []
  })
const SUBJECT = /^[はがも]/u

const SOMEBODY_ACTS = new RegExp(
  `${ACTS.source}|通[うっいわ]|住[んむみ]|暮ら|泊ま|帰[っる]|退所|転倒|転ん|亡くな|働く|飲[んむ]|倒れ|逃げ|叫|叩|殴|結婚|離婚|引っ?越|始め|やめ|辞め|断[らっ]|嫌が|好き|苦手|黙`,
  'u',
)
const TOGETHER =
  /^(?:と(?:その)?(?:妻|夫|母|父|子|兄|弟|姉|妹|息子|娘|家族)|(?:[、と][^。、\n]{1,20})?の(?:[二2]人|ふたり|両名|兄弟|姉妹|兄妹|姉弟|夫婦|親子|子ども|母|父|妻|夫|姉|兄|妹|弟|家|就[学労]))/u

/** Whether what stands around a word speaks of somebody. */
export const isAboutPerson = (text: string, { from, to }: Span): boolean => {
  const before = text
    .slice(Math.max(0, from - 16), from)
    .replace(/(?:(?:の|は|、|・|\(|「|:)[ \n]?|[ \n])$/u, '')
  const after = text.slice(to, to + 40).replace(/^[」)]/u, '')
  return (
    ROLE.test(before) ||
    /[ァ-ヶー]{2,}[・=][ァ-ヶー]{2,}(?:と|、)$/u.test(text.slice(Math.max(0, from - 16), from)) ||
    KIN.test(before) ||
    /(?:方|子|男性|女性|児童|生徒|氏名|名前|国籍|出身)$/u.test(before) ||
    /^(?:さん|様|氏|くん|ちゃん|[ ]?[(、,][ ]?\d{1,3}(?:[歳才]|\)))/u.test(after) ||
    (/^[はがもと]/u.test(after) && SOMEBODY_ACTS.test(/^[^。\n]{0,30}/u.exec(after)?.[0] ?? '')) ||
    TOGETHER.test(after) ||
    WITH_PERSON.test(after)
  )
}
