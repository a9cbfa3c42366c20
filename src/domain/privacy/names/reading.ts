import { isListedFamily, type Lexicon, lexicon } from './lexicon.ts'
import { type Token, type Tokenise, today } from './token.ts'

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

export const read = (text: string, tokenise: Tokenise): Reading => {
  const tokens = withListedNames(tokenise(today(text)).filter(({ surface }) => !BLANK.test(surface)))
  return {
    text,
    tokens,
    endingAt: new Map(tokens.map(({ to }, index) => [to, index])),
    words: lexicon(tokenise),
  }
}

const FAMILY = { part: '名詞', details: '固有名詞/人名/姓' }
const LONGEST = 4

/** What the lists know is one word, also where the dictionary made two of it or a company. */
const withListedNames = (tokens: readonly Token[]): Token[] => {
  const made: Token[] = []
  let at = 0
  while (at < tokens.length) {
    const count = listedAt(tokens, at)
    const [first, last] = [tokens[at], tokens[at + Math.max(count, 1) - 1]]
    if (!first || !last) break
    const surface = tokens
      .slice(at, at + Math.max(count, 1))
      .map((one) => one.surface)
      .join('')
    made.push(count > 0 ? { surface, from: first.from, to: last.to, ...FAMILY } : first)
    at += Math.max(count, 1)
  }
  return made
}

/** How many words from here on make a listed name. */
const listedAt = (tokens: readonly Token[], at: number): number => {
  let surface = ''
  let longest = 0
  for (let count = 1; count <= LONGEST; count += 1) {
    const token = tokens[at + count - 1]
    if (!token || (count > 1 && token.from !== tokens[at + count - 2]?.to)) break
    surface += token.surface
    if (surface.length > LONGEST + 1) break
    if (isListedFamily(surface)) longest = count
  }
  return longest
}

/** What stands between a first and a second name: nothing, one space, a line break or a dot. */
export const isJoint = (between: string): boolean => /^(?:|[ ・]|[ ]?\n[ ]?)$/u.test(between)

export const SINGLE_FAMILIES = new Set(
  '東西南北関谷岸堀星金石泉森林原辻岡島滝沖奥乾境畑浜菅峰柳桂楠榎杉松梅桜椿桐橘柏栗堤城宮仲角平牧郡郷湊向迫塙鶴亀熊芦芝萩葛秦伴榊槙槇朴李王張陳劉楊黄趙周呉徐朱高馬郭許鄭崔姜尹安韓申洪権白曺曹'.split(
    '',
  ),
)
