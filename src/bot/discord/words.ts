import { catalogues } from '../../text/catalogue.ts'
import type { Language } from '../port.ts'

const WORDS = {
  ja: { ...catalogues.ja.chat, ...catalogues.ja.discord },
  en: { ...catalogues.en.chat, ...catalogues.en.discord },
}
export type Words = (typeof WORDS)[Language]

/** Japanese unless the person's Discord speaks English. */
export const wordsIn = (language: Language | undefined): Words => WORDS[language ?? 'ja']

/** Discord's locale of a person as one of our languages; undefined for any other, so that the region's counts. */
export const languageOf = (locale: string): Language | undefined => {
  if (locale === 'ja') return 'ja'
  return locale.startsWith('en') ? 'en' : undefined
}
