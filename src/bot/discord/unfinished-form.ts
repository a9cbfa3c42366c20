import { randomInt } from 'node:crypto'
import type { APIContainerComponent, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10'
import { ButtonStyle, ComponentType } from 'discord-api-types/v10'
import type { Part } from '../card.ts'
import type { FormFaults, FormValues, FormView } from '../form.ts'
import { customIds } from './custom-id.ts'
import { LIMIT, oneLine } from './limits.ts'
import type { OpenForm, OpenForms } from './open-forms.ts'
import { renderCard } from './render-card.ts'
import { pagesOf, renderForm } from './render-form.ts'
import type { Words } from './words.ts'

/** Names a page of a kept form: on its button, and on the modal. `here`: opened from the adapter's own message. */
export type PageId = { id: string; page: number; here: boolean }

export const pageId = ({ id, page, here }: PageId): string => `form:${id}:${page}${here ? ':here' : ''}`

export const readPageId = (customId: string): PageId | undefined => {
  const [, id, page, here] = /^form:([\w-]+):(\d+)(:here)?$/.exec(customId) ?? []
  return id === undefined ? undefined : { id, page: Number(page), here: here !== undefined }
}

/**
 * Renders a form's first modal. A form of one page is stateless: its modal carries the press, so it outlives a restart
 * of the bot. The modal also carries its window's id, which deduplicates what is sent again after a lost answer.
 */
export const firstModal = (
  form: FormView,
  { forms, words, guild, user }: { forms: OpenForms; words: Words; guild: string | undefined; user: string },
): APIModalInteractionResponseCallbackData => {
  const pages = pagesOf(form)
  const direct = pages.length === 1 ? customIds(guild)({ press: form.press, window: newWindow() }) : undefined
  const todo = [...pages.keys()]
  const customId =
    direct ??
    pageId({
      id: forms.keep({ form, values: {}, user, guild, todo, faults: undefined, goingOn: false }),
      page: 0,
      here: false,
    })
  return renderForm({ form, page: 0, values: {}, customId, words })
}

const newWindow = (): string => randomInt(2 ** 48 - 1).toString(36)

/** The pages to go through again: those with a fault, or all where no field is to blame. */
export const pagesToCorrect = (form: FormView, faults: FormFaults): number[] => {
  const pages = pagesOf(form)
  const faulty = [...pages.keys()].filter((page) => pages[page]?.some(({ name }) => name in faults.fields))
  return faulty.length > 0 ? faulty : [...pages.keys()]
}

/** A kept form in the conversation: what is the matter with it, and the button that opens its next page. */
export const unfinishedCard = (
  id: string,
  { form, faults, todo, guild, goingOn }: OpenForm,
  words: Words,
  keptMinutes: number,
): APIContainerComponent => {
  const steps = pagesOf(form).length
  const [page = 0] = todo
  const said = goingOn
    ? () => words.form.kept(page + 1, steps)
    : faults
      ? words.form.refused
      : words.form.ready
  const label = goingOn ? words.form.next(page + 1, steps) : faults ? words.form.reopen : words.form.open
  const parts: Part[] = [
    { part: 'text', text: said(form.title) },
    ...faultParts(form, faults),
    { part: 'note', text: words.form.keptFor(keptMinutes) },
  ]
  const card = renderCard({ tag: 'form.unfinished', summary: form.title, parts }, { words, guild })
  card.components.push({
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.Button,
        style: ButtonStyle.Primary,
        label: oneLine(label, LIMIT.button),
        custom_id: pageId({ id, page, here: true }),
      },
    ],
  })
  return card
}

const faultParts = (form: FormView, faults: FormFaults | undefined): Part[] => {
  if (!faults) return []
  const labels = new Map(form.fields.map(({ name, label }) => [name, label]))
  const fields = Object.entries(faults.fields).map(([name, value]) => ({
    label: labels.get(name) ?? name,
    value,
  }))
  const parts: Part[] = fields.length > 0 ? [{ part: 'fields', fields }] : []
  return faults.general === undefined ? parts : [{ part: 'text', text: faults.general }, ...parts]
}

/** What was typed into a form that is no longer kept, so that it can be copied. */
export const goneCard = (values: FormValues, words: Words): APIContainerComponent => {
  const typed = Object.values(values)
    .flat()
    .filter((value) => value.trim() !== '')
  const texts = [typed.length > 0 ? words.form.goneTyped : words.form.gone, ...typed]
  const parts = texts.map((text): Part => ({ part: 'text', text }))
  return renderCard({ tag: 'form.gone', summary: words.form.gone, parts }, { words })
}
