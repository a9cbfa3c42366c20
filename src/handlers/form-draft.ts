import type { FormValues, FormView } from '../bot/form.ts'
import type { Press } from '../bot/press.ts'
import { writeDateTime } from '../domain/calendar/write-date.ts'
import { dropFormDraft, formDraftOf, keepFormDraft } from '../store/form/form-drafts.ts'
import type { BaseCall, Command } from './command.ts'
import { formFields, holdsPersonalData, withTyped } from './form-view.ts'

/** The form by what it was opened for, so that it is found again on another device. */
const formOf = ({ command, options }: Press): string =>
  `${command}?${new URLSearchParams(Object.entries(options).toSorted(([a], [b]) => (a < b ? -1 : 1)))}`

/**
 * Keeps what was typed so far. A field in which the guard finds somebody's data is not kept: nothing of it is stored
 * before it is put right. Forms without a longer text are quickly filled again.
 */
export const keepTyped = async (
  declared: Command,
  press: Press,
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
  const form = formOf(press)
  if (kept.length === 0) return dropFormDraft(scope, asker.memberId, form)
  await keepFormDraft(scope, asker.memberId, form, Object.fromEntries(kept), now)
}

/** The form as the person left it, where they left one. */
export const withDraft = async (view: FormView, call: BaseCall): Promise<FormView> => {
  const { scope, asker, region, language, text } = call
  const draft = await formDraftOf(scope, asker.memberId, formOf(view.press))
  if (!draft) return view
  const at = draft.keptAt.toZonedDateTimeISO(region.timeZone).toPlainDateTime()
  const note = text.answers.form.draft(writeDateTime(at, language))
  const intro = [view.intro, note].filter((part) => part !== undefined).join('\n')
  return { ...withTyped(view, draft.values), intro }
}

/** It was sent: there is nothing to go on with. */
export const dropTyped = ({ scope, asker }: BaseCall, press: Press): Promise<void> =>
  dropFormDraft(scope, asker.memberId, formOf(press))
