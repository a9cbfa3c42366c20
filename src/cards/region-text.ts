import type { Language } from '../bot/port.ts'
import type { Region } from '../domain/region/region.ts'
import { wordsOfForms } from '../domain/summary/region-forms.ts'
import { type Catalogue, catalogues } from '../text/catalogue.ts'

/** Merges the catalogue with the region's own words for the fields of its summaries. */
export const textIn = (region: Region, language: Language): Catalogue => {
  const text = catalogues[language]
  if (region.summaryForms.length === 0) return text
  return { ...text, summaries: { ...text.summaries, forms: wordsOfForms(text.summaries.forms, region) } }
}
