import { type Catalogue, catalogues } from '../../text/catalogue.ts'

/** What the adapter itself says. Slack does not tell a person's language with what they do, so in Japanese. */
export type Words = Catalogue['slack']
export const WORDS: Words = catalogues.ja.slack
