/** A word of a text with what a dictionary says of it. Offsets are UTF-16. */
export type Token = {
  surface: string
  from: number
  to: number
  /** 名詞, 助詞 …; `unknown` when the dictionary has no such word. */
  part: string
  /** 固有名詞/人名/姓 and the like. */
  details: string
}

/** Morphological analysis, injected: the composition root loads the dictionary. */
export type Tokenise = (text: string) => Token[]

const PERSON = '固有名詞/人名'

export const isFamily = ({ details }: Token): boolean => details === `${PERSON}/姓`
export const isGivenName = ({ details }: Token): boolean => details === `${PERSON}/名`
export const isPerson = ({ details }: Token): boolean => details.startsWith(PERSON)
export const isPlace = ({ details }: Token): boolean =>
  details.startsWith('固有名詞/地域') || details.startsWith('接尾/地域')
