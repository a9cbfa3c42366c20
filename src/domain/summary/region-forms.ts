import type { Region } from '../region/region.ts'
import { type FormName, SUMMARY_FORMS } from './forms.ts'

type FieldShape = { name: string; maxLength: number }

const ADDED_LENGTH = 300

/** The fields of a form in a region: its own come after ours; one of our names changes ours. */
export const fieldsOfForm = (form: FormName, region: Pick<Region, 'summaryForms'>): FieldShape[] => {
  const own = region.summaryForms.filter((one) => one.form === form).flatMap(({ fields }) => fields)
  const ours: readonly FieldShape[] = SUMMARY_FORMS[form].fields
  const changed = ours.map((field) => ({
    ...field,
    maxLength: own.find(({ name }) => name === field.name)?.maxLength ?? field.maxLength,
  }))
  const added = own
    .filter(({ name }) => !ours.some((field) => field.name === name))
    .map(({ name, maxLength = ADDED_LENGTH }) => ({ name, maxLength }))
  return [...changed, ...added]
}

type FormWords = { fields: Record<string, { label: string; hint?: string }> }

/** A catalogue's words for the forms with the region's own in their places. */
export const wordsOfForms = <Words extends Record<FormName, FormWords>>(
  words: Words,
  region: Pick<Region, 'summaryForms'>,
): Words => {
  const changed = { ...words }
  for (const { form, fields } of region.summaryForms) {
    const own = Object.fromEntries(
      fields.map(({ name, label, hint }) => {
        const usual = words[form].fields[name]
        return [name, { label, hint: hint ?? usual?.hint }]
      }),
    )
    changed[form] = { ...changed[form], fields: { ...changed[form].fields, ...own } }
  }
  return changed
}
