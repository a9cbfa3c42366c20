import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { create } from 'fontkit'
import { cleanText } from './clean-text.ts'

/** Noto Sans JP comes with the bot: a file looks the same whatever fonts the machine has. */
export const FONT_FILES = {
  regular: fileURLToPath(
    import.meta.resolve('@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'),
  ),
  bold: fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf')),
}

/** げた, which Japanese printers set for a letter they do not have. */
const MISSING = '〓'

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' })

/** The code points that the font has letters for; read once, when the first paper is printed. */
let letters: ReadonlySet<number> | undefined
const hasLetter = (character: string): boolean => {
  if (!letters) {
    const font = create(readFileSync(FONT_FILES.regular))
    letters = new Set('characterSet' in font ? font.characterSet : [])
  }
  return letters.has(character.codePointAt(0) ?? 0)
}

/**
 * A text with nothing in it that would print as an empty box: emoji are left out, another letter that the font lacks
 * becomes 〓. Line feeds stay.
 */
export const replaceMissingGlyphs = (typed: string): string =>
  [...graphemes.segment(cleanText(typed))].map(({ segment }) => printed(segment)).join('')

const printed = (grapheme: string): string => {
  if (grapheme === '\n') return grapheme
  // Which variant of 邉 is meant is lost, the letter is not.
  const bare = grapheme.replace(/\p{Variation_Selector}|\u200c|\u200d/gu, '')
  const characters = [...bare]
  if (characters.every(hasLetter)) return bare
  if (/\p{Emoji_Presentation}|\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(bare)) return ''
  const kept = characters.filter(hasLetter).join('')
  return kept === '' ? MISSING : kept
}
