import { matchesOf } from '../matches.ts'
import { GIVEN } from './common-names.ts'
import type { Reading, Span } from './reading.ts'
import { isGivenName, isPerson } from './token.ts'
import { KIN, NOBODY_KANA, NOBODY_KANJI, THING } from './words.ts'

/** Names by how somebody is called: a nickname, a first name beside an age or in brackets. */
export const calledNames = (reading: Reading): Span[] => [
  ...nicknames(reading),
  ...nicknamesByLabel(reading),
  ...longNicknames(reading),
  ...besideAge(reading),
  ...inBrackets(reading),
]

const DEAR = '(?:ちゃん|くん|きゅん|ちん|っち|たん|ぴょん|りん)'
const IN_QUOTES = new RegExp(
  `[「『"'(](?<here>(?<stem>[ぁ-んァ-ヶー]{1,6}?|\\p{Script=Han}{1,2})(?<dear>${DEAR}))[」』"')]`,
  'dgu',
)
/** けんちゃん without quotes: what stands before is no kana, or a particle after a word. */
const UNQUOTED =
  /(?<=^|[。、,.\n「(・: ]|[\p{Script=Han}ァ-ヶA-Za-z\d][のはがもとにへを]|(?:さん|くん|ちゃん)[のはがもとにへを])(?<stem>[ぁ-ん]{1,5}|[ァ-ヶー]{2,6})(?:ちゃん(?!と(?!呼|言|会|遊|一緒|話|行|の|、|[ぁ-んァ-ヶー]{1,4}(?:ちゃん|くん|さん))|[ぽち])|くん(?![れでだじ]))/dgu
const ANIMALS =
  /^(?:くん|ちゃん|きゃん|ワン|ニャン|にゃん|わん|うさ|くま|ぞう|ねこ|いぬ|とり|あか|赤|坊|嬢|お嬢|姉|兄|母|父|爺|婆|ばあ|じい|ひよこ|ぱんだ|パンダ|ペン|アンパン)$/u

const isNobody = (stem: string): boolean =>
  NOBODY_KANA.has(stem) || ANIMALS.test(stem) || NOBODY_KANJI.test(stem) || /^お[ぁ-ん]/u.test(stem)

const nicknames = ({ text }: Reading): Span[] => [
  ...[...text.matchAll(IN_QUOTES)].flatMap(({ indices, groups }) => {
    const stem = groups?.stem ?? ''
    const [from, to] = indices?.groups?.here ?? [0, 0]
    if (isNobody(stem) || (!/^(?:ちゃん|くん)$/u.test(groups?.dear ?? '') && stem.length > 3)) return []
    return [{ from, to }]
  }),
  ...[...text.matchAll(UNQUOTED)].flatMap(({ indices, groups, 0: whole, index }) => {
    const stem = groups?.stem ?? ''
    const [from, to] = indices?.groups?.stem ?? [0, 0]
    if (isNobody(stem) || isNobody(stem.slice(1))) return []
    return [{ from, to: /っ$/u.test(stem) || stem.length === 1 ? index + whole.length : to }]
  }),
]

/** まーくん, りっちゃん: such a stem is none of a word, wherever it stands. */
const LONG = /(?<here>(?<![ぁ-ん]お)[ぁ-ん](?:ー|っ)(?:ちゃん(?![とぽち])|くん(?![れでだじ])))/dgu
const KIN_LONG = /^[ばじかとねにぼぱまあ](?:ー|っ)ちゃん/u

const longNicknames = ({ text }: Reading): Span[] =>
  matchesOf(text, LONG, 'person_name', (here) => !KIN_LONG.test(here) || /^[まあ]/u.test(here))

const LABELLED =
  /(?:あだ名|あだな|愛称|通称|ニックネーム|呼び名|源氏名|本名|旧姓)(?:は|が|の|も|:|で|、)?[ ]?(?:[「『"(](?<quoted>[ぁ-んァ-ヶー\p{Script=Han}A-Za-z・ ]{1,12})[」』")]|:[ ]?(?<bare>[ぁ-んァ-ヶー]{2,8}|\p{Script=Han}{2,5})|(?<=[はが:])(?<said>[ぁ-んァ-ヶー]{2,8}?)(?=です|だ。|で|と|。|、|$))/dgu
const CALLED =
  /[「『](?<here>[ぁ-んァ-ヶー]{2,8}|\p{Script=Han}{1,4})[」』](?=と(?:呼ばれ|呼ん|いう名|名乗)|の(?:名|愛称|あだ名|通称)で)/dgu

const nicknamesByLabel = ({ text }: Reading): Span[] => [
  ...[...text.matchAll(LABELLED)].flatMap(({ indices, index }) => {
    const here = indices?.groups?.quoted ?? indices?.groups?.bare ?? indices?.groups?.said
    const isOfThing = /(?:施設|事業所|制度|部会|会|作業所|会議|班|道|橋|通り)の$/u.test(
      text.slice(Math.max(0, index - 5), index),
    )
    return here && !isOfThing ? [{ from: here[0], to: here[1] }] : []
  }),
  ...[...text.matchAll(CALLED)].flatMap(({ indices, groups }) => {
    const here = indices?.groups?.here
    const word = groups?.here ?? ''
    return here && !isNobody(word.replace(/(?:さん|ちゃん|くん)$/u, '')) && !/[者人障病症員]$/u.test(word)
      ? [{ from: here[0], to: here[1] }]
      : []
  }),
]

const AGE =
  /(?<name>\p{Script=Han}{1,5}|[ぁ-ん]{2,5}|[ァ-ヶー]{2,6})(?:[ ]?[(、,・/:][ ]?|[ ])(?:満)?\d{1,3}(?<unit>[歳才](?!以|未|児|から)|0代(?!以|から)|\)(?![歳才人名件]))/dgu

const LABEL_BEFORE = /(?:本人|本児|利用者|利用児|対象者|対象児|児童|氏名|名前)[ ]?[:はの(・][ ]?$/u

/** 拓海(23), 美咲、19歳. A number alone in brackets may count. */
const besideAge = (reading: Reading): Span[] =>
  [...reading.text.matchAll(AGE)].flatMap(({ indices, groups }) => {
    const run = groups?.name ?? ''
    const [begin, to] = indices?.groups?.name ?? [0, 0]
    const name = givenAtEnd(reading, run, to)
    if (name === undefined) {
      const isLabelled = LABEL_BEFORE.test(reading.text.slice(Math.max(0, begin - 6), begin))
      return isLabelled && !isNobody(run) && /^[ぁ-ん]{2,5}$/u.test(run) ? [{ from: begin, to }] : []
    }
    const isKana = !/^\p{Script=Han}/u.test(run)
    const from = to - name
    const byKin = KIN.test(reading.text.slice(Math.max(0, from - 5), from).replace(/[の・、:( ]$/u, ''))
    if (isKana && from > begin && !byKin) return []
    const isAtStart = from === 0 || /[。、\n「・と]/u.test(reading.text[from - 1] ?? '')
    if (groups?.unit === ')' && (isKana || (name < 2 && !isAtStart)) && !byKin) return []
    return [{ from, to }]
  })

/** How much at the end of a run is somebody's first name. */
const givenAtEnd = ({ words, tokens, endingAt }: Reading, run: string, to: number): number | undefined => {
  const token = tokens[endingAt.get(to) ?? -1]
  if (token && isPerson(token) && token.surface.length > 1 && token.surface.length <= run.length)
    return token.surface.length
  for (let at = 0; at < run.length; at += 1) {
    const name = run.slice(at)
    const isWord = !GIVEN.has(name) && (NOBODY_KANJI.test(name) || KIN.test(name))
    const isApart = at === 0 || KIN.test(run.slice(0, at)) || /[のはがも]$/u.test(run.slice(0, at))
    if (!isWord && isApart && (name.length > 1 || GIVEN.has(name)) && words.given(name)) return name.length
  }
  return undefined
}

const BRACKETED =
  /[(「](?<here>\p{Script=Han}{1,4}|[ぁ-ん]{2,4}|[ァ-ヶー]{2,5})(?:さん|君|くん|ちゃん|様)?[)」]/dgu
const SOMEBODY =
  /(?:方|本人|利用者|対象者|当事者|相談者|者|男性|女性|男児|女児|男子|女子|児|児童|生徒|学生|人|友人|知人|子|本児)$/u

/** 当該の方(大輔): a first name alone in brackets, after a word for somebody. */
const inBrackets = (reading: Reading): Span[] =>
  [...reading.text.matchAll(BRACKETED)].flatMap(({ indices, groups, index }) => {
    const here = groups?.here ?? ''
    const [from, to] = indices?.groups?.here ?? [0, 0]
    const before = reading.text.slice(Math.max(0, index - 6), index)
    if (!(SOMEBODY.test(before) || KIN.test(before)) || THING.test(here)) return []
    const token = reading.tokens[reading.endingAt.get(to) ?? -1]
    const isTagged = token?.from === from && isGivenName(token) && here.length > 1
    const isGiven = GIVEN.has(here) || isTagged || (here.length > 1 && reading.words.given(here))
    return isGiven && (GIVEN.has(here) || !NOBODY_KANJI.test(here)) ? [{ from, to }] : []
  })
