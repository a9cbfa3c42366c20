import { usualLetters } from '../variant-letters.ts'
import {
  AMBIGUOUS_FAMILIES,
  FAMILIES,
  FAMILY_READINGS,
  GIVEN,
  GIVEN_READINGS,
  RARE_FAMILIES,
} from './common-names.ts'
import { isFamily, isGivenName, isPerson, type Tokenise } from './token.ts'

/** Whether a word can be somebody's name: the dictionary is asked with what makes one of it beside the word. */
export type Lexicon = {
  family(word: string): boolean
  given(word: string): boolean
  /** What the dictionary says of a word in katakana that stands alone. */
  katakana(word: string): KatakanaKind
}

/**
 * `person`: a name of one. `word`: a loanword, whole or in pieces; `short` if it is so short that it is as often a part of
 * a name. `unknown`: neither is known.
 */
type KatakanaKind = 'person' | 'word' | 'short' | 'unknown'

const toHiragana = (word: string): string =>
  word.replaceAll(/[ァ-ヶ]/gu, (one) => String.fromCharCode(one.charCodeAt(0) - 0x60))
const KANA = /^[ぁ-んァ-ヶー]+$/u

/** A family name and hardly anything else. */
export const isListedFamily = (word: string): boolean => {
  const spelt = usualLetters(word)
  return FAMILIES.has(spelt) || FAMILIES.has(word) || RARE_FAMILIES.has(spelt)
}

const PREFECTURES = new Set(
  '北海道 青森 岩手 宮城 秋田 山形 福島 茨城 栃木 群馬 埼玉 千葉 東京 神奈川 新潟 富山 石川 福井 山梨 長野 岐阜 静岡 愛知 三重 滋賀 京都 大阪 兵庫 奈良 和歌山 鳥取 島根 岡山 広島 山口 徳島 香川 愛媛 高知 福岡 佐賀 長崎 熊本 大分 宮崎 鹿児島 沖縄'.split(
    ' ',
  ),
)

/** A prefecture, of which some are family names as well. */
export const isPlaceName = (word: string): boolean => PREFECTURES.has(word)

/** A given name of children, which the dictionary has in pieces. */
export const isListedGiven = (word: string): boolean => word.length > 1 && GIVEN.has(usualLetters(word))

/** Loanwords that the dictionary lacks end alike: アドボカシー, インクルージョン. */
const LOANWORD =
  /(?:ング|メント|ション|ジョン|ティ|シー|ター|イザー|ネス|ワーク|ライン|ネット|クラブ|ケア|ナビ|プラン|ルーム)$/u

const katakanaKind = (tokenise: Tokenise, word: string): KatakanaKind => {
  const pieces = tokenise(word)
  const [only] = pieces
  if (pieces.length === 1 && only && isPerson(only)) return 'person'
  if (word.length > 4 && LOANWORD.test(word)) return 'word'
  if (pieces.length === 1 && only) {
    const isWord = only.part === '名詞' && !only.details.startsWith('固有名詞')
    if (!isWord) return 'unknown'
    return word.length > 3 ? 'word' : 'short'
  }
  const areWords = pieces.every((one) => one.part === '名詞' && !isPerson(one) && one.surface.length > 2)
  return areWords ? 'word' : 'unknown'
}

/** Longer words are asked of nobody. */
const LONGEST = 8
/** Most words whose answers are kept. */
const KEPT = 4_096

/**
 * Makes a lexicon that caches the dictionary's answers. It is dropped with the guard that made it, which lives as long
 * as one form's submit or one `pii check`: no word of a text outlives that.
 */
export const lexicon = (tokenise: Tokenise): Lexicon => {
  const katakana = new Map<string, KatakanaKind>()
  const families = new Map<string, boolean>()
  const givens = new Map<string, boolean>()
  return {
    family: (word) => {
      if (KANA.test(word)) return FAMILY_READINGS.has(toHiragana(word))
      if (isListedFamily(word) || AMBIGUOUS_FAMILIES.has(word)) return true
      if (word === '' || word.length > LONGEST) return false
      return cached(families, word, () => {
        const [name, honorific, ...more] = tokenise(`${usualLetters(word)}さん`)
        return name !== undefined && isFamily(name) && honorific?.surface === 'さん' && more.length === 0
      })
    },
    given: (word) => {
      if (GIVEN.has(usualLetters(word))) return true
      if (KANA.test(word)) return GIVEN_READINGS.has(toHiragana(word))
      if (word === '' || word.length > LONGEST) return false
      return cached(givens, word, () => {
        const [, name, honorific, ...more] = tokenise(`佐藤${usualLetters(word)}さん`)
        return name !== undefined && isGivenName(name) && honorific?.surface === 'さん' && more.length === 0
      })
    },
    katakana: (word) => cached(katakana, word, () => katakanaKind(tokenise, word)),
  }
}

const cached = <T>(known: Map<string, T>, word: string, ask: () => T): T => {
  const kept = known.get(word)
  if (kept !== undefined) return kept
  if (known.size >= KEPT) known.clear()
  const answer = ask()
  known.set(word, answer)
  return answer
}
