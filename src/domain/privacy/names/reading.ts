import { type Lexicon, lexicon } from './lexicon.ts'
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
  const tokens = tokenise(today(text)).filter(({ surface }) => !BLANK.test(surface))
  return {
    text,
    tokens,
    endingAt: new Map(tokens.map(({ to }, index) => [to, index])),
    words: lexicon(tokenise),
  }
}

/** What stands between a first and a second name: nothing, one space, a line break or a dot. */
export const isJoint = (between: string): boolean => /^(?:|[ ・]|[ ]?\n[ ]?)$/u.test(between)

export const SINGLE_FAMILIES = new Set(
  '東西南北関谷岸堀星金石泉森林原辻岡島滝沖奥乾境畑浜菅峰柳桂楠榎杉松梅桜椿桐橘柏栗堤城宮幸仲角平牧郡郷湊向迫塙鶴亀熊芦芝萩葛秦伴榊槙槇朴李王張陳劉楊黄趙周呉徐孫朱高馬胡郭何許鄭崔姜尹安韓申洪権文白曺曹'.split(
    '',
  ),
)
