import type { FormValues, FormView } from '../bot/form.ts'
import type { Press } from '../bot/press.ts'
import { writeDateTime } from '../domain/calendar/write-date.ts'
import type { Scope } from '../store/engine/database.ts'
import { dropFormDraft, type FormDraft, formDraftOf, keepFormDraft } from '../store/form/form-drafts.ts'
import type { BaseCall, Command } from './command.ts'
import { formFields, holdsPersonalData, withTyped } from './form-view.ts'
import { formerIdsOf } from './registry.ts'

/** The form by what it was opened for, so that it is found again on another device. */
const formOf = ({ command, options }: Press): string =>
  `${command}?${new URLSearchParams(Object.entries(options).toSorted(([a], [b]) => (a < b ? -1 : 1)))}`

/** And as it was called before its command was renamed: drafts of then are found, and go when it is sent. */
const formerFormsOf = ({ command, options }: Press): string[] =>
  formerIdsOf(command).map((former) => formOf({ command: former, options }))

/**
 * Keeps what was typed so far. A field in which the guard finds somebody's data is not kept: nothing of it is stored
 * before it is put right. Forms without a longer text are quickly filled again.
 */
export const keepTyped = async (
  declared: Command,
  options: Press['options'],
  typed: FormValues,
  call: BaseCall,
): Promise<void> => {
  const { scope, asker, region, now, names } = call
  const fields = declared.form ? formFields(declared.form, region) : {}
  if (!Object.values(fields).some(({ kind }) => kind === 'long-text')) return
  const kept = Object.entries(fields).flatMap(([name, field]) => {
    const value = typed[name]
    const isBlank = value === undefined || value.length === 0
    return isBlank || holdsPersonalData(field, value, names) ? [] : [[name, value] as const]
  })
  if (kept.length === 0) return dropTyped(declared, options, call)
  const form = formOf({ command: declared.id, options })
  await keepFormDraft(scope, asker.memberId, form, Object.fromEntries(kept), now)
}

/** The form as the person left it, where they left one. */
export const withDraft = async (view: FormView, call: BaseCall): Promise<FormView> => {
  const { scope, asker, region, language, text } = call
  const draft = await firstDraft(scope, asker.memberId, [formOf(view.press), ...formerFormsOf(view.press)])
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

/** It was sent: there is nothing to go on with. */
export const dropTyped = async (
  { id }: Command,
  options: Press['options'],
  { scope, asker }: BaseCall,
): Promise<void> => {
  const press = { command: id, options }
  for (const form of [formOf(press), ...formerFormsOf(press)])
    await dropFormDraft(scope, asker.memberId, form)
}
