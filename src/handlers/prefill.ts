import type { FieldView, FormFaults, FormValues, FormView } from '../bot/form.ts'
import type { Press } from '../bot/press.ts'
import { writeDateTime } from '../domain/calendar/write-date.ts'
import type { Scope } from '../store/engine/database.ts'
import { dropFormDraft, type FormDraft, formDraftOf, keepFormDraft } from '../store/form/form-drafts.ts'
import type { Call } from './call.ts'
import type { Command } from './command.ts'
import { formFields, guard, holdsPersonalData, notNamesField, withTyped } from './form.ts'
import { idsOf } from './renamed.ts'

/**
 * Returns the keys of a form's draft: what the form was opened for, so that the draft is found on another device too.
 * The key under the command's present id comes first, then those under former ids, so that drafts outlive a rename.
 */
const formsOf = ({ command, options }: Press): [string, ...string[]] => {
  const query = new URLSearchParams(Object.entries(options).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  const [today, ...former] = idsOf(command).map((id) => `${id}?${query}`)
  return [today ?? command, ...former]
}

/**
 * Saves a draft of what was typed so far. Leaves out a field in which the privacy guard finds personal data: nothing of
 * it is stored before it is corrected. Forms without a long text have no drafts: they are quickly filled again.
 */
export const saveDraft = async (
  declared: Command,
  press: Press,
  typed: FormValues,
  call: Call,
): Promise<void> => {
  const { scope, asker, region, now, names } = call
  const fields = declared.form ? formFields(declared.form, region) : {}
  if (!Object.values(fields).some(({ kind }) => kind === 'long-text')) return
  const kept = Object.entries(fields).flatMap(([name, field]) => {
    const value = typed[name]
    const isBlank = value === undefined || value.length === 0
    return isBlank || holdsPersonalData(field, value, names) ? [] : [[name, value] as const]
  })
  if (kept.length === 0) return deleteDraft(call, press)
  const [form] = formsOf(press)
  await keepFormDraft(scope, asker.memberId, form, Object.fromEntries(kept), now)
}

/** Restores the draft into the form, where there is one. */
export const withDraft = async (view: FormView, call: Call): Promise<FormView> => {
  const { scope, asker, region, language, text } = call
  const draft = await firstDraft(scope, asker.memberId, formsOf(view.press))
  if (!draft) return view
  const at = draft.keptAt.toZonedDateTimeISO(region.timeZone).toPlainDateTime()
  const note = text.answers.form.draft(writeDateTime(at, language))
  const intro = [view.intro, note].filter((part) => part !== undefined).join('\n')
  return { ...withTyped(view, draft.values), intro }
}

const firstDraft = async (
  scope: Scope,
  memberId: string,
  forms: string[],
): Promise<FormDraft | undefined> => {
  for (const form of forms) {
    const draft = await formDraftOf(scope, memberId, form)
    if (draft) return draft
  }
  return undefined
}

/** Deletes the draft, under each of its keys. */
export const deleteDraft = async ({ scope, asker }: Call, press: Press): Promise<void> => {
  for (const form of formsOf(press)) await dropFormDraft(scope, asker.memberId, form)
}

type TextField = Extract<FieldView, { kind: 'short-text' | 'long-text' }>
const isText = (field: FieldView): field is TextField =>
  field.kind === 'short-text' || field.kind === 'long-text'

/** High surrogate whose low surrogate was cut off. */
const HALF_AT_END = /[\ud800-\udbff]$/

/** Falls back to the first long text, as a region's own form may lack the declared field. */
const fieldFor = ({ fields }: FormView, takes: string | undefined): TextField | undefined => {
  const texts = fields.filter(isText)
  return (
    texts.find(({ name }) => name === takes) ?? texts.find(({ kind }) => kind === 'long-text') ?? texts[0]
  )
}

/**
 * Fills a quoted message into the field that takes it, cut to its length. Returns faults where the privacy guard finds
 * something: who quotes others sees that before it is sent.
 */
export const withQuoted = (
  form: FormView,
  takes: string | undefined,
  quoted: string,
  { text, names }: Pick<Call, 'text' | 'names'>,
): { form: FormView; faults?: FormFaults } => {
  const field = fieldFor(form, takes)
  if (!field) return { form }
  const whole = quoted.trim()
  const value = whole.slice(0, field.maxLength).replace(HALF_AT_END, '')
  const words = text.answers.form
  const note = value === whole ? words.quoted : words.quotedCut(field.maxLength)
  const { fault, doubtful } = guard(value, new Set(), names, text)
  const notes = fault !== undefined && value === whole ? [] : [note]
  const intro = [form.intro, ...notes].filter((part) => part !== undefined).join('\n')
  const filled = { ...withTyped(form, { [field.name]: value }), intro }
  if (fault === undefined) return { form: filled }
  return {
    form: { ...filled, fields: [...filled.fields, ...notNamesField(doubtful, text)] },
    faults: { general: words.quotedMarked, fields: { [field.name]: fault } },
  }
}
