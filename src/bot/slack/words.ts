import { catalogues } from '../../text/catalogue.ts'

/** What the adapter itself says. Slack does not tell a person's language with what they do, so in Japanese. */
export const WORDS = { ...catalogues.ja.chat, ...catalogues.ja.slack }
export type Words = typeof WORDS
