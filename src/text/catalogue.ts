import * as en from './en.ts'
import * as ja from './ja.ts'

/** Every sentence people read. Japanese is the source; English has the same shape, which the compiler checks. */
export type Catalogue = typeof ja

/** A declaration's words, resolved once the reader's language is known. */
export type Label = (text: Catalogue) => string

export const catalogues: { ja: Catalogue; en: Catalogue } = { ja, en }
