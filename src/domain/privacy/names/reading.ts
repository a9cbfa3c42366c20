import { usualLetters } from '../variant-letters.ts'
import { isListedFamily, isListedGiven, type Lexicon } from './lexicon.ts'
import type { Token, Tokenise } from './token.ts'

/** A text with its words, and who stands beside whom. */
export type Reading = {
  text: string
  tokens: readonly Token[]
  /** The index of the word that ends or begins at a place. */
  endingAt: ReadonlyMap<number, number>
  words: Lexicon
}

export type Span = { from: number; to: number }

const BLANK = /^\s+$/u

export const read = (text: string, tokenise: Tokenise, words: Lexicon): Reading => {
  const tokens = withListedNames(tokenise(usualLetters(text)).filter(({ surface }) => !BLANK.test(surface)))
  return {
    text,
    tokens,
    endingAt: new Map(tokens.map(({ to }, index) => [to, index])),
    words,
  }
}

/** The words that lie between two places, found without looking at all the others. */
export const piecesIn = ({ tokens }: Reading, from: number, to: number): Token[] => {
  let [low, high] = [0, tokens.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((tokens[middle]?.from ?? 0) < from) low = middle + 1
    else high = middle
  }
  const pieces: Token[] = []
  for (let at = low; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (!token || token.to > to) break
    pieces.push(token)
  }
  return pieces
}

/** Words of the language where they stand, and no name: the dictionary need not be asked of them by themselves. */
export const isCommonWord = (reading: Reading, from: number, to: number): boolean => {
  const words = piecesIn(reading, from, to)
  const isWhole = words[0]?.from === from && words.at(-1)?.to === to
  return isWhole && words.every(isCommon)
}

const isCommon = ({ from, to, part, details }: Token): boolean =>
  to - from > 1 && part === '名詞' && !details.startsWith('固有名詞')

const name = (which: '姓' | '名') => ({ part: '名詞', details: `固有名詞/人名/${which}` })
const LONGEST = 4

/** What the lists know is one word, also where the dictionary made two of it or a company. */
const withListedNames = (tokens: readonly Token[]): Token[] => {
  const made: Token[] = []
  let at = 0
  while (at < tokens.length) {
    const token = listedAt(tokens, at)
    if (!token) break
    made.push(token)
    while (at < tokens.length && (tokens[at]?.from ?? 0) < token.to) at += 1
  }
  return made
}

/** The word from here on: a listed family name, else a given one that fell into single characters, else as it is. */
const listedAt = (tokens: readonly Token[], at: number): Token | undefined => {
  const [first] = tokens.slice(at, at + 1)
  let surface = ''
  let listed = first
  for (const token of tokens.slice(at, at + LONGEST)) {
    if (!first || token.from !== first.from + surface.length) break
    surface += token.surface
    if (surface.length > LONGEST + 1) break
    const joined = { surface, from: first.from, to: token.to }
    if (isListedFamily(surface)) listed = { ...joined, ...name('姓') }
    else if (surface.length > first.surface.length && first.surface.length === 1 && isListedGiven(surface))
      listed = { ...joined, ...name('名') }
  }
  return listed
}

/** What stands between a first and a second name: nothing, one space, a line break or a dot. */
export const isJoint = (between: string): boolean => /^(?:|[ ・]|[ ]?\n[ ]?)$/u.test(between)

export const SINGLE_FAMILIES = new Set(
  '東西南北関谷岸堀星金石泉森林原辻岡島滝沖奥乾境畑浜菅峰柳桂楠榎杉松梅桜椿桐橘柏栗堤城宮仲角平牧郡郷湊向迫塙鶴亀熊芦芝萩葛秦伴榊槙槇朴李王張陳劉楊黄趙周呉徐朱高馬郭許鄭崔姜尹安韓申洪権白曺曹'.split(
    '',
  ),
)
