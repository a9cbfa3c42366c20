import { AMBIGUOUS_FAMILIES, GIVEN } from './common-names.ts'
import { givenAtStart } from './kana-names.ts'
import { isListedFamily, isPlaceName } from './lexicon.ts'
import { isCommonWord, piecesIn, type Reading, SINGLE_FAMILIES, type Span } from './reading.ts'
import { isFamily, isGivenName, isPerson, isPlace, type Token } from './token.ts'
import { ACTS, KIN, ROLE, THING, TITLE, TITLE_OF_PLACE, WITH_PERSON } from './words.ts'

/** Names that stand in a sentence without anything that calls them one. */
export const plainNames = (reading: Reading): Span[] => {
  const found: Span[] = []
  let at = 0
  for (const [index, token] of reading.tokens.entries()) {
    if (token.from < at) continue
    const whole = fullName(reading, index)
    const span = whole ?? lone(reading, index)
    if (!span) continue
    // 渋沢栄一記念館: neither part of such a name is somebody.
    if (!whole || !THING.test(reading.text.slice(span.to))) found.push(span)
    at = span.to
  }
  return found
}

const KANJI = /^\p{Script=Han}/u
const isProper = ({ details }: Token): boolean => details.startsWith('固有名詞')

/** A town of that name follows its municipality: 白岡市岡泉. */
const isInPlace = ({ tokens, text }: Reading, index: number): boolean => {
  const before = tokens[index - 1]
  const own = tokens[index]
  return (
    before !== undefined &&
    own !== undefined &&
    before.to === own.from &&
    ((isPlace(before) && !(isGivenName(own) && own.surface.length > 1)) ||
      /[市区町村郡県]$|大字|^字$/u.test(text.slice(Math.max(0, before.from), before.to)))
  )
}

const fullName = (reading: Reading, index: number): Span | undefined => {
  const { tokens, text } = reading
  const family = tokens[index]
  if (!family || isInPlace(reading, index)) return undefined
  const gap = /^(?:[ ・]|[ ]?\n[ ]?)/u.exec(text.slice(family.to))?.[0].length ?? 0
  const from = family.to + gap
  const to = from + givenLength(reading, family, from)
  // Asking the dictionary is dear, and few words are followed by a given name.
  if (to === from || !couldBeFamily(reading, family)) return undefined
  const arePlaces = gap > 0 && isPlaceName(family.surface) && isPlaceName(text.slice(from, to))
  return !arePlaces ? { from: family.from, to } : undefined
}

/** Of single characters the dictionary takes too many for names. */
const couldBeFamily = ({ words }: Reading, { surface }: Token): boolean =>
  surface.length === 1 ? SINGLE_FAMILIES.has(surface) : words.family(surface)

const RUN = /^\p{Script=Han}{1,4}/u
const KANA_RUN = /^(?:[ぁ-ん]{2,8}|[ァ-ヶー]{2,8})/u

/** How much of what follows a family name is a given one. */
const givenLength = (reading: Reading, family: Token, from: number): number => {
  const { words, text, endingAt } = reading
  const after = text.slice(from, from + 16)
  const kana = KANA_RUN.exec(after)?.[0]
  if (kana !== undefined) return givenAtStart(words.given, kana)
  const run = withoutHonorific(RUN.exec(after)?.[0] ?? '')
  if (run === '' || /^[様氏君殿]/u.test(run) || TITLE.test(run) || THING.test(run)) return 0
  const gap = from > family.to
  const isSure = isListedFamily(family.surface) || (isFamily(family) && family.surface.length > 1)
  for (let length = run.length; length > 0; length -= 1) {
    const isAlone = isSure || length > 1 || (gap && GIVEN.has(run))
    const given = run.slice(0, length)
    const isKnown = GIVEN.has(given) || !isCommonWord(reading, from, from + length)
    if (isAlone && isKnown && endsHere(text, from + length) && words.given(given)) return length
  }
  const mixed = /^\p{Script=Han}{1,2}[ぁ-ん]{1,2}/u.exec(after)?.[0] ?? ''
  const [whole] = piecesIn(reading, from, from + mixed.length)
  if (isSure && whole?.from === from && whole.surface === mixed && isPerson(whole)) return mixed.length
  const pieces = piecesIn(reading, from, from + run.length)
  const isUnknown =
    pieces.every((one) => one.surface.length === 1 || isPerson(one)) && endingAt.has(from + run.length)
  return isSure && run.length > 1 && run.length < 4 && isUnknown && endsHere(text, from + run.length)
    ? run.length
    : 0
}

const withoutHonorific = (run: string): string => run.replace(/(?<=.)(?:[様氏君殿].*|先生?|さん)$/u, '')

const endsHere = (text: string, to: number): boolean => {
  const after = text.slice(to, to + 12)
  return (
    TITLE.test(after) ||
    /^(?:$|[はがをにともへやの、。,.()「」・:/\n =]|から|より|です|だ|さん|様|氏|くん|君|ちゃん|殿|先生|という|って|宛|で)/u.test(
      after,
    )
  )
}

const lone = (reading: Reading, index: number): Span | undefined => {
  const token = reading.tokens[index]
  if (!token || isInPlace(reading, index)) return undefined
  const { from, to, surface } = token
  const isLongKanji = KANJI.test(surface) && surface.length > 1 && !TITLE.test(surface)
  const counts =
    familyAlone(reading, index, token) ||
    (isGivenName(token) && isLongKanji && isFree(reading, index)) ||
    (isLongKanji &&
      isIntroduced(reading, from, KIN) &&
      endsHere(reading.text, to) &&
      reading.words.given(surface))
  return counts ? { from: isGivenName(token) ? withUnknownFamily(reading, index) : from, to } : undefined
}

/** 蓑田美咲, 小津 正太郎: a family name that nobody knows is what stands before the given one. */
const withUnknownFamily = (reading: Reading, index: number): number => {
  const { tokens, text } = reading
  const given = tokens[index]?.from ?? 0
  const found = /(?<!\p{Script=Han})(?<run>\p{Script=Han}{1,3})[ ]?$/u.exec(
    text.slice(Math.max(0, given - 5), given),
  )
  const run = found?.groups?.run ?? ''
  const from = given - (found?.[0].length ?? 0)
  const isApart = found?.[0].endsWith(' ') ?? false
  const pieces = piecesIn(reading, from, given)
  const isWord = pieces.some((one) => one.surface.length > 1 && !isProper(one))
  const isSomebody = KIN.test(run) || ROLE.test(run) || TITLE.test(run) || /[市区町村県都道府]$/u.test(run)
  return run === '' || isWord || isSomebody || (isApart && run.length === 1) ? given : from
}

const familyAlone = (reading: Reading, index: number, token: Token): boolean => {
  const { text, words } = reading
  const { from, to, surface } = token
  if (!KANJI.test(surface) || !isFree(reading, index)) return false
  if (isAmongPlaces(reading, index) || OF_A_PERSON.test(text.slice(to))) return false
  if (isListedFamily(surface)) return true
  const isNamed = isFamily(token) || (isProper(token) && !isPlace(token) && words.family(surface))
  if (isNamed && surface.length > 1 && !AMBIGUOUS_FAMILIES.has(surface)) return true
  const after = text.slice(to)
  if (TITLE.test(after)) return !TITLE_OF_PLACE.test(after) && couldBeFamily(reading, token)
  if (isIntroduced(reading, from, ROLE) && /^(?:$|[はがもと、。,()」 \n:]|より|です|だ|で)/u.test(after))
    return couldBeFamily(reading, token)
  const acts = /^[はがも]/u.test(after) && ACTS.test(clause(after))
  return (acts || WITH_PERSON.test(after) || isAmongNames(reading, index)) && couldBeFamily(reading, token)
}

/** 夏目漱石記念館: the rest of the name of somebody after whom a thing is named. */
const OF_A_PERSON =
  /^[\p{Script=Han}ァ-ヶー]{1,4}?(?:記念|顕彰|\p{Script=Han}{0,3}館|ホール|文庫|文学|童話|奨学|財団|生誕|まつり|祭|忌|像|杯|ゆかり|賞(?!与))/u

/** 福島・宮城の両県, 石川と富山: a list of places that are family names as well. */
const isAmongPlaces = ({ tokens, text }: Reading, index: number): boolean => {
  const own = tokens[index]
  if (!own || !isPlaceName(own.surface)) return false
  const isNeighbour = (mark: number, other: number) =>
    /^(?:[と、・や,]|及び|および)$/u.test(tokens[mark]?.surface ?? '') &&
    isPlaceName((tokens[other]?.surface ?? '').replace(/[都府県]$/u, ''))
  return (
    isNeighbour(index - 1, index - 2) ||
    isNeighbour(index + 1, index + 2) ||
    OF_PLACES.test(text.slice(own.to))
  )
}

const OF_PLACES =
  /^(?:[のでへに]?(?:両|各)?[都道府]?県|の(?:自治体|市町村|事例|取り?組み|先進|方言|山|海|冬|夏|気候|施設|事業所|病院|学校|物産|名物|みかん|りんご|米)|方面|行き|地方|出張|旅行|観光|まで(?:行|電車|車)|から(?:視察|講師|転居|転入|引っ?越|来た荷|届い))/u

/** 佐藤、千葉、鈴木: with others whose names are surely names. */
const isAmongNames = ({ tokens }: Reading, index: number): boolean => {
  const isSure = (at: number) => {
    const one = tokens[at]
    if (!one) return false
    const isTagged = isFamily(one) && one.surface.length > 1 && !AMBIGUOUS_FAMILIES.has(one.surface)
    return isTagged || isListedFamily(one.surface)
  }
  const isList = (at: number) => /^[と、・や,]$/u.test(tokens[at]?.surface ?? '')
  return (isList(index - 1) && isSure(index - 2)) || (isList(index + 1) && isSure(index + 2))
}

const clause = (text: string): string => /^[^。\n]{0,30}/u.exec(text)?.[0] ?? ''

/** No part of a longer word. */
const isFree = ({ tokens, text }: Reading, index: number): boolean => {
  const token = tokens[index]
  if (!token) return false
  const after = text.slice(token.to)
  const next = tokens[index + 1]
  const before = tokens[index - 1]
  if (before && before.to === token.from && /^[A-Za-z]/.test(before.surface)) return false
  if (TITLE.test(after)) return true
  if (THING.test(after)) return false
  if (!next || next.from > token.to || isPerson(next) || next.details.startsWith('接尾/人名')) return true
  return !/^(?:名詞|unknown|UNK|接頭詞)$/u.test(next.part) || /^[()「」、。,./:・=]/u.test(next.surface)
}

/** 担当の, 相談員　, 担当： before it. */
const isIntroduced = ({ text }: Reading, from: number, who: RegExp): boolean => {
  const before = text.slice(Math.max(0, from - 16), from)
  return who.test(before.replace(/(?:の|は|、|・|\(|[ ]?:[ \n]?|[ \n]|\([^()]{0,6}\))$/u, ''))
}
