import { GIVEN } from './common-names.ts'
import { isListedFamily } from './lexicon.ts'
import { isCommonWord, isJoint, piecesIn, type Reading, SINGLE_FAMILIES, type Span } from './reading.ts'
import { isFamily, isGivenName, isPerson, type Token } from './token.ts'
import { HONORIFIC, KIN, NOBODY_KANA, NOBODY_KANJI } from './words.ts'

/** Who is called さん, 様, 氏, くん … : the name without it. */
export const honouredNames = (reading: Reading): Span[] =>
  [...reading.text.matchAll(HONORIFIC)].flatMap(({ 0: honorific, index }) => {
    const span = endsAsHonorific(reading, honorific, index) ? nameBefore(reading, index) : undefined
    return span ? [span] : []
  })

/** 様子, 氏名, 君が代 and たくさん hold an honorific and are none. */
const endsAsHonorific = ({ text, tokens, endingAt }: Reading, honorific: string, at: number): boolean => {
  if (!/^\p{Script=Han}/u.test(honorific))
    return !/^(?:さん(?:ぽ|ざん)|さまざま|くんれん)/u.test(text.slice(at))
  const before = endingAt.get(text.slice(0, at).trimEnd().length)
  const own = before === undefined ? undefined : tokens[before + 1]
  return own !== undefined && own.from === at && own.surface.length <= Math.max(honorific.length, 2)
    ? !/^(?:様[子式相態々]|氏[名族神]|君主|殿[下堂])/u.test(own.surface)
    : false
}

const nameBefore = (reading: Reading, at: number): Span | undefined => {
  const gap = /(?<=\p{Script=Han})[ \n]$/u.test(reading.text.slice(Math.max(0, at - 3), at)) ? 1 : 0
  const to = at - gap
  const before = reading.text.slice(Math.max(0, to - 24), to)
  const spaced = /(?<![\p{Script=Han}])(?:\p{Script=Han}[ ]){2,5}\p{Script=Han}$/u.exec(before)
  if (spaced) return { from: to - spaced[0].length, to }
  if (/[A-Za-z]$/.test(before)) return latinName(before, to)
  if (/[ァ-ヶー]$/u.test(before)) return katakanaName(reading, before, to)
  if (/[ぁ-ん]$/u.test(before)) return hiraganaName(reading, before, to)
  if (!/[\p{Script=Han}]$/u.test(before)) return undefined
  return gap > 0 && !isPersonAt(reading, to) ? undefined : kanjiName(reading, before, to)
}

const isPersonAt = ({ tokens, endingAt }: Reading, to: number): boolean => {
  const token = tokens[endingAt.get(to) ?? -1]
  return token !== undefined && isPerson(token)
}

/** Acronyms of trades and single letters are no names. */
const latinName = (before: string, to: number): Span | undefined => {
  const found = /(?<![A-Za-z])[A-Z][A-Za-z]+(?:[ ,.・]{1,2}[A-Z][A-Za-z]*)*$/u.exec(before)?.[0]
  if (found === undefined || /^[A-Z]{2,4}$/.test(found)) return undefined
  return { from: to - found.length, to }
}

const katakanaName = (reading: Reading, before: string, to: number): Span | undefined => {
  const found = /(?:[ァ-ヶー]{2,8}[ \n])?[ァ-ヶー][ァ-ヶー・]+$/u.exec(before)?.[0] ?? ''
  const [first = '', last] = found.split(/[ \n]/u)
  const name = last ?? first
  if (name.length < 2 || isTrade(name)) return undefined
  const from = to - (last === undefined || isTrade(first) ? name : found).length
  return withFamily(reading, { from, to })
}

const isTrade = (word: string): boolean =>
  NOBODY_KANA.has(word) ||
  /(?:ヘルパー|マネ|マネー?ジャー|ワーカー|スタッフ|ドクター|コーチ|センター|ホーム|サービス)$/u.test(word)

const hiraganaName = (reading: Reading, before: string, to: number): Span | undefined => {
  const run = /[ぁ-んー]+$/u.exec(before)?.[0] ?? ''
  const token = reading.tokens[reading.endingAt.get(to) ?? -1]
  if (token && isPerson(token) && /\p{Script=Han}/u.test(token.surface)) return withFamily(reading, token)
  if (NOBODY_KANA.has(run)) return undefined
  const known = longestKnown(reading, run) ?? unknownKana(reading, run, to)
  return known === undefined ? undefined : withKanaFamily(reading, before, known, to)
}

/** The name at the end of what may begin with a particle: のみゆき. */
const longestKnown = ({ words }: Reading, run: string): string | undefined => {
  for (let at = 0; at <= run.length - 2; at += 1) {
    const name = run.slice(at)
    if (!NOBODY_KANA.has(name) && (words.given(name) || words.family(name))) return name
    if (NOBODY_KANA.has(name)) return undefined
  }
  return undefined
}

/** A name that no list has: it falls to pieces in the analysis. */
const unknownKana = (reading: Reading, run: string, to: number): string | undefined => {
  const { endingAt, text } = reading
  const last = endingAt.get(to)
  if (last === undefined) return undefined
  const afterOther = /[\p{Script=Han}ァ-ヶーA-Za-z\d]/u.test(text[to - run.length - 1] ?? '')
  const name = afterOther && /^[のはがもとにへを]/u.test(run) ? run.slice(1) : run
  if (afterOther && name === run) return undefined
  const pieces = piecesIn(reading, to - name.length, to)
  const isWord = pieces.length < 2 && !pieces.some(isPerson)
  return isWord || name.length < 2 || name.length > 5 || NOBODY_KANA.has(name) ? undefined : name
}

const withKanaFamily = (reading: Reading, before: string, name: string, to: number): Span => {
  const ahead = before.slice(0, before.length - name.length)
  const family = /(?:^|[^ぁ-んァ-ヶー])([ぁ-んァ-ヶー]{2,6})[ \n]$/u.exec(ahead)?.[1]
  const counts = family !== undefined && reading.words.family(family)
  if (counts) return { from: to - name.length - family.length - 1, to }
  return withFamily(reading, { from: to - name.length, to })
}

const kanjiName = (reading: Reading, before: string, to: number): Span | undefined => {
  const { tokens, endingAt, words } = reading
  const token = tokens[endingAt.get(to) ?? -1]
  const run = /\p{Script=Han}(?:[\p{Script=Han}々]|[ヶノケ之](?=\p{Script=Han}))*$/u.exec(before)?.[0] ?? ''
  const ahead = before[before.length - run.length - 1] ?? ''
  if (
    !token ||
    /^[甲乙丙丁〇]+$/u.test(run) ||
    /[A-Za-z〇○]$/u.test(ahead) ||
    (/[おごひ]/u.test(ahead) && !isPerson(token))
  )
    return undefined
  if (/[長員師士官]$/u.test(run) && !GIVEN.has(run) && !isListedFamily(run)) return undefined
  const whole = wholeName(reading, run, to - run.length)
  if (whole !== undefined) return { from: to - whole.length, to }
  if (isPerson(token)) return withFamily(reading, widened(reading, token, run))
  if (GIVEN.has(run) || words.family(token.surface))
    return withFamily(reading, token.surface === run ? token : { from: to - run.length, to })
  if (SINGLE_FAMILIES.has(run)) return { from: to - 1, to }
  if (token.details.startsWith('固有名詞/地域')) return { from: token.from, to }
  const isKnown = token.surface.length > 1 || NOBODY_KANJI.test(run)
  const rare = isKnown ? undefined : longestName(reading, run)
  if (rare !== undefined) return withFamily(reading, { from: to - rare.length, to })
  return isKnown || isWord(reading, token, run)
    ? undefined
    : withFamily(reading, { from: to - run.length, to })
}

/** A family name and a given one without anything between them, at the end of what may begin otherwise. */
const wholeName = (reading: Reading, run: string, from: number): string | undefined => {
  const { words } = reading
  const givens = Array.from({ length: run.length }, (_, at) => {
    const given = run.slice(at)
    const isListed = GIVEN.has(given)
    const isAsked = given.length < 4 && (isListed || !isCommonWord(reading, from + at, from + run.length))
    return { at, isShort: isAsked && words.given(given), isListed }
  }).filter(({ isShort, isListed }) => isShort || isListed)
  for (let begin = 0; begin < run.length - 1; begin += 1)
    for (const { at, isShort, isListed } of givens) {
      if (at <= begin) continue
      const family = run.slice(begin, at)
      if (isListedFamily(family) ? isShort : isListed && words.family(family)) return run.slice(begin)
    }
  return undefined
}

/** 月見里: the dictionary has its pieces alone. */
const longestName = ({ words }: Reading, run: string): string | undefined => {
  for (let at = 0; at <= run.length - 2; at += 1) {
    const name = run.slice(at)
    if (words.family(name) || words.given(name)) return name
  }
  return undefined
}

/** 業者, 利用者: the dictionary has it as a word, or it is too long for a name. */
const isWord = (reading: Reading, { to }: Token, run: string): boolean =>
  run.length > 4 ||
  piecesIn(reading, to - run.length, to).some(
    (one) => one.surface.length > 1 && !one.details.startsWith('固有名詞'),
  ) ||
  (run.length === 1 && NOBODY_KANJI.test(run))

/** 大翔: the dictionary has 翔 alone. */
const widened = ({ tokens, endingAt }: Reading, token: Token, run: string): Token => {
  const left = tokens[endingAt.get(token.from) ?? -1]
  const joins =
    isGivenName(token) &&
    token.surface.length === 1 &&
    left?.surface.length === 1 &&
    run.length === 2 &&
    !isPerson(left) &&
    !KIN.test(left.surface)
  return joins ? { ...token, from: left.from } : token
}

/** The family name before a given one. */
const withFamily = (reading: Reading, token: Pick<Token, 'from' | 'to'>): Span => {
  const left = familyBefore(reading, token.from)
  return { from: left?.from ?? token.from, to: token.to }
}

const familyBefore = ({ tokens, endingAt, text, words }: Reading, from: number): Token | undefined => {
  const between = /[ ]?[ \n・][ ]?$/u.exec(text.slice(Math.max(0, from - 3), from))?.[0] ?? ''
  const end = from - between.length
  const left = tokens[endingAt.get(end) ?? -1]
  if (!left || !isJoint(text.slice(end, from)) || !/\p{L}$/u.test(left.surface)) return undefined
  return isFamily(left) || words.family(left.surface) ? left : undefined
}
