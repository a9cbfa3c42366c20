import type { FieldView, FormFaults, FormView } from '../bot/form.ts'
import type { BaseCall } from './command.ts'
import { withTyped } from './form-view.ts'
import { guard, notNamesField } from './guard-field.ts'

type TextField = Extract<FieldView, { kind: 'short-text' | 'long-text' }>
const isText = (field: FieldView): field is TextField =>
  field.kind === 'short-text' || field.kind === 'long-text'

/** The first half of a character whose second was cut off. */
const HALF_AT_END = /[\ud800-\udbff]$/

/** A region's own form may have other fields: then the one for a longer text. */
const fieldFor = ({ fields }: FormView, takes: string | undefined): TextField | undefined => {
  const texts = fields.filter(isText)
  return (
    texts.find(({ name }) => name === takes) ?? texts.find(({ kind }) => kind === 'long-text') ?? texts[0]
  )
}

/**
 * The form with a message's words in the field that takes them, as much as fits. Faults where the guard marks
 * something: whoever quotes others sees it before it is sent.
 */
export const withQuoted = (
  form: FormView,
  takes: string | undefined,
  quoted: string,
  { text, names }: Pick<BaseCall, 'text' | 'names'>,
): { form: FormView; faults?: FormFaults } => {
  const field = fieldFor(form, takes)
  if (!field) return { form }
  const whole = quoted.trim()
  const value = whole.slice(0, field.maxLength).replace(HALF_AT_END, '')
  const words = text.answers.form
  const note = value === whole ? words.quoted : words.quotedCut(field.maxLength)
  const { fault, doubtful } = guard(value, new Set(), names, text)
  const notes = fault !== undefined && value === whole ? [] : [note]
  const intro = [...(form.intro === undefined ? [] : [form.intro]), ...notes].join('\n')
  const filled = { ...withTyped(form, { [field.name]: value }), intro }
  if (fault === undefined) return { form: filled }
  return {
    form: { ...filled, fields: [...filled.fields, ...notNamesField(doubtful, text)] },
    faults: { general: words.quotedMarked, fields: { [field.name]: fault } },
  }
}
