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

/** Spellings of old that the dictionary does not have, each by one of the same length. */
const OLD: Readonly<Record<string, string>> = Object.fromEntries(
  '髙高 﨑崎 嵜崎 邉辺 邊辺 齋斎 齊斉 濱浜 濵浜 廣広 澤沢 櫻桜 德徳 眞真 嶋島 惠恵 國国 榮栄 瀨瀬 增増 藪薮 槇槙 龍竜 彌弥 壽寿 禮礼 實実 會会 髮髪 橫横 黑黒 淸清 靜静 豐豊 縣県 圓円 假仮 冨富 峯峰 舘館 渕淵'
    .split(' ')
    .map(([old = '', today = '']) => [old, today]),
)

export const today = (text: string): string => text.replaceAll(/\p{Script=Han}/gu, (one) => OLD[one] ?? one)
