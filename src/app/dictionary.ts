import { type Tokenizer, TokenizerBuilder } from 'lindera-wasm-nodejs-ipadic'
import { z } from 'zod'
import type { Token, Tokenise } from '../domain/privacy/names/token.ts'

const found = z.array(
  z.object({
    surface: z.string(),
    partOfSpeech: z.string().optional(),
    partOfSpeechSubcategory1: z.string().optional(),
    partOfSpeechSubcategory2: z.string().optional(),
    partOfSpeechSubcategory3: z.string().optional(),
  }),
)

let loaded: Tokenise | undefined

/** Loads IPADIC from its package, without network. Takes a quarter of a second, once a process. */
export const loadDictionary = (): Tokenise => {
  loaded ??= load()
  return loaded
}

const load = (): Tokenise => {
  const builder = new TokenizerBuilder()
  builder.setDictionary('embedded://ipadic')
  builder.setMode('normal')
  builder.setKeepWhitespace(true)
  const tokenizer = builder.build()
  return (text) => tokens(tokenizer, text)
}

const tokens = (tokenizer: Tokenizer, text: string): Token[] => {
  let at = 0
  return found.parse(tokenizer.tokenize(text)).map((one) => {
    const from = text.indexOf(one.surface, at)
    at = from + one.surface.length
    const details = [
      one.partOfSpeechSubcategory1,
      one.partOfSpeechSubcategory2,
      one.partOfSpeechSubcategory3,
    ].filter((detail) => detail !== undefined && detail !== '*')
    const part = one.partOfSpeech ?? 'unknown'
    return { surface: one.surface, from, to: at, part, details: details.join('/') }
  })
}
