import type { ModalData } from 'discord.js'
import type {
  APIComponentInLabel,
  APILabelComponent,
  APIModalInteractionResponseCallbackData,
  APITextDisplayComponent,
} from 'discord-api-types/v10'
import { ComponentType, TextInputStyle } from 'discord-api-types/v10'
import type { FieldView, FormFaults, FormValues, FormView } from '../form.ts'
import { clip } from '../kit/text.ts'
import { cutEscaped, escapeText } from './escape.ts'
import { cut, LIMIT, oneLine } from './limits.ts'
import { selectOptions } from './render-card.ts'
import type { Words } from './words.ts'

/** A form's fields by page. A modal holds five parts, and an intro that no hint has room for is one of them. */
export const pagesOf = (form: FormView): FieldView[][] => {
  const first = introApart(form) ? LIMIT.modalComponents - 1 : LIMIT.modalComponents
  const pages = [form.fields.slice(0, first)]
  for (let at = first; at < form.fields.length; at += LIMIT.modalComponents)
    pages.push(form.fields.slice(at, at + LIMIT.modalComponents))
  return pages
}

/** With five fields a short intro moves into the first one's description, so that one page is enough. */
const introApart = ({ intro, fields }: FormView): boolean => {
  if (intro === undefined) return false
  const described = [intro, fields[0]?.hint ?? ''].join(' ')
  return fields.length < LIMIT.modalComponents || described.length > LIMIT.labelDescription
}

export type Page = {
  form: FormView
  page: number
  values: FormValues
  faults?: FormFaults | undefined
  customId: string
  words: Words
}

/** One page of a form as a modal, filled with what was typed, each fault at its field. */
export const renderForm = ({
  form,
  page,
  values,
  faults,
  customId,
  words,
}: Page): APIModalInteractionResponseCallbackData => {
  const pages = pagesOf(form)
  const step = pages.length > 1 ? words.step(page + 1, pages.length) : ''
  const intro = page === 0 ? form.intro : undefined
  const apart = intro !== undefined && introApart(form)
  const labels = (pages[page] ?? []).map((field, at) => {
    const above = [
      faults?.fields[field.name] ? `⚠ ${faults.fields[field.name]}` : '',
      at === 0 && !apart ? (intro ?? '') : '',
    ]
    return renderField(field, values[field.name] ?? field.initial, above, words)
  })
  return {
    custom_id: customId,
    title: `${oneLine(form.title, LIMIT.modalTitle - step.length)}${step}`,
    components: apart ? [introText(intro), ...labels] : labels,
  }
}

const introText = (intro: string): APITextDisplayComponent => ({
  type: ComponentType.TextDisplay,
  content: cutEscaped(escapeText(intro), LIMIT.text),
})

const renderField = (
  field: FieldView,
  held: string | string[] | undefined,
  above: string[],
  words: Words,
): APILabelComponent => {
  const more = 'choices' in field ? selectOptions(field.choices).left : 0
  const left = more > 0 ? words.choicesLeft(more) : ''
  const description = [...above, field.hint ?? '', left].filter((text) => text !== '').join(' ')
  return {
    type: ComponentType.Label,
    label: oneLine(field.label, LIMIT.label),
    description: description === '' ? undefined : cut(description, LIMIT.labelDescription),
    component: renderInput(field, held, words),
  }
}

const renderInput = (
  field: FieldView,
  held: string | string[] | undefined,
  words: Words,
): APIComponentInLabel => {
  switch (field.kind) {
    case 'short-text':
      return textInput(field, held, TextInputStyle.Short, field.maxLength)
    case 'long-text':
      return textInput(field, held, TextInputStyle.Paragraph, field.maxLength)
    case 'date':
      return textInput({ placeholder: words.date, ...field }, held, TextInputStyle.Short, LIMIT.option)
    case 'choice':
    case 'choices':
      return select(field, held, words)
    default:
      return field satisfies never
  }
}

const textInput = (
  { name, required, placeholder }: Pick<FieldView, 'name' | 'required' | 'placeholder'>,
  held: string | string[] | undefined,
  style: TextInputStyle,
  maxLength: number,
): APIComponentInLabel => {
  const max_length = Math.max(1, Math.min(maxLength, LIMIT.input))
  const value = clip([held ?? ''].flat().join('、'), max_length)
  return {
    type: ComponentType.TextInput,
    custom_id: `text:${name}`,
    style,
    required,
    max_length,
    placeholder: placeholder ? oneLine(placeholder, LIMIT.inputPlaceholder) : undefined,
    value: value === '' ? undefined : value,
  }
}

/** A list that is empty cannot be shown: the field becomes a line of text, and what is typed is checked as usual. */
const select = (
  field: Extract<FieldView, { kind: 'choice' | 'choices' }>,
  held: string | string[] | undefined,
  words: Words,
): APIComponentInLabel => {
  const { options } = selectOptions(field.choices)
  if (options.length === 0) return textInput(field, held, TextInputStyle.Short, LIMIT.option)
  const chosen = new Set([held ?? ''].flat())
  const many = field.kind === 'choices'
  return {
    type: ComponentType.StringSelect,
    custom_id: `${many ? 'many' : 'one'}:${field.name}`,
    placeholder: oneLine(field.placeholder ?? words.choose, LIMIT.placeholder),
    required: field.required,
    min_values: field.required ? 1 : 0,
    max_values: many ? options.length : 1,
    options: options.map((option) => ({ ...option, default: chosen.has(option.value) || undefined })),
  }
}

/** What a submitted modal holds, by field name. */
export const readForm = (fields: Iterable<ModalData>): FormValues => {
  const values: FormValues = {}
  for (const field of fields) {
    const [, kind, name] = /^(text|one|many):(.+)$/.exec(field.customId) ?? []
    if (name === undefined) continue
    if ('value' in field && typeof field.value === 'string') values[name] = field.value
    if ('values' in field) values[name] = kind === 'many' ? [...field.values] : (field.values[0] ?? '')
  }
  return values
}
