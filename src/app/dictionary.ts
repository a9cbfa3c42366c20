import { type Tokenizer, TokenizerBuilder } from 'lindera-wasm-nodejs-ipadic'
import { z } from 'zod'
import type { Token, Tokenise } from '../domain/privacy/names/token.ts'

const Pieces = z.array(
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
  // The shape is the package's own and the same for every text: parsing it each time took longer than the analysis.
  Pieces.parse(tokenizer.tokenize('田中さんと㐀A1。'))
  return (text) => tokens(tokenizer, text)
}

const tokens = (tokenizer: Tokenizer, text: string): Token[] => {
  const pieces: z.infer<typeof Pieces> = tokenizer.tokenize(text)
  let at = 0
  return pieces.map((one) => {
    const from = text.indexOf(one.surface, at)
    at = from + one.surface.length
    return {
      surface: one.surface,
      from,
      to: at,
      part: one.partOfSpeech ?? 'unknown',
      details: detailsOf(one),
    }
  })
}

const detailsOf = (one: z.infer<typeof Pieces>[number]): string => {
  let details = ''
  for (const detail of [
    one.partOfSpeechSubcategory1,
    one.partOfSpeechSubcategory2,
    one.partOfSpeechSubcategory3,
  ])
    if (detail !== undefined && detail !== '*') details += details === '' ? detail : `/${detail}`
  return details
}
