import { type Catalogue, catalogues } from '../../text/catalogue.ts'
import type { Language } from '../port.ts'

export type Words = Catalogue['discord']

/** Japanese unless the person's Discord speaks English. */
export const wordsIn = (language: Language | undefined): Words => catalogues[language ?? 'ja'].discord

/** Discord's locale of a person as one of our languages; undefined for any other, so that the region's counts. */
export const languageOf = (locale: string): Language | undefined => {
  if (locale === 'ja') return 'ja'
  return locale.startsWith('en') ? 'en' : undefined
}
