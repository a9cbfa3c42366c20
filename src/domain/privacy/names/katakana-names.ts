import type { Reading, Span } from './reading.ts'
import { ACTS, KIN, ROLE, WITH_PERSON } from './words.ts'

/** Names of two parts and more in katakana: グエン・ヴァン・ミン, ジャン＝ポール. */
export const katakanaNames = ({ text, words }: Reading): Span[] =>
  [...text.matchAll(JOINED)].flatMap(({ 0: run, index }) => {
    const parts = run.split(JOINTS)
    const kinds = parts.map((part) => words.katakana(part))
    if (AFTER_A_THING.test(text.slice(index + run.length))) return []
    const span = { from: index, to: index + run.length }
    const people = kinds.filter((kind) => kind === 'person').length
    const spoken = parts.filter((part, at) => kinds[at] === 'word' && !SHORT.test(part)).length
    if (spoken > 0 && (spoken === parts.length || !run.includes('='))) return []
    const isLong = parts.length > 2
    const areShort = parts.every((part) => part.length <= 5)
    const shows = run.includes('=') || people > 0 || (isLong && areShort)
    return shows || isAboutPerson(text, span) ? [span] : []
  })

const JOINED = /(?<![ァ-ヶー・=])[ァ-ヶー]{1,10}(?:[ ]?[・=][ ]?[ァ-ヶー]{1,10}){1,5}(?![ァ-ヶー])/gu
const JOINTS = /[ ]?[・=][ ]?/u
/** A loanword of three letters is as often a part of a name: ラン, バン, リン. */
const SHORT = /^.{1,3}$/u
const AFTER_A_THING =
  /^(?:式|法|療法|病院|賞|館|記念|ホール|財団|基金|症候群|病|尺度|検査|社|の会$|センター|事業|支援|計画|会議|研修|制度|モデル)/u

const SOMEBODY_ACTS = new RegExp(
  `${ACTS.source}|通[うっいわ]|住[んむみ]|暮ら|泊ま|帰[っる]|退所|転倒|転ん|亡くな|働く|飲[んむ]|倒れ|逃げ|叫|叩|殴|結婚|離婚|引っ?越|始め|やめ|辞め|断[らっ]|嫌が|好き|苦手|黙`,
  'u',
)
const TOGETHER =
  /^(?:[、と][^。、\n]{1,20})?の(?:[二2]人|ふたり|両名|兄弟|姉妹|兄妹|姉弟|夫婦|親子|子ども|母|父|妻|夫|姉|兄|妹|弟|家|就[学労])/u

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
