import type { InputBlock, KnownBlock, ModalView } from '@slack/types'
import { z } from 'zod'
import type { Card } from '../card.ts'
import type { FieldView, FormFaults, FormValues, FormView } from '../form.ts'
import { clip } from '../kit/text.ts'
import { decodePress, encodePress, type Press } from '../press.ts'
import { cut, LIMIT, pieces, plain, VIEW } from './limits.ts'
import { choicesOf, renderCard } from './render-card.ts'
import { WORDS } from './words.ts'

/** Where a modal was asked for: the channel, the message whose button opened it, the person's own page. Ids only. */
export type Origin = {
  channel?: string | undefined
  message?: string | undefined
  home?: boolean | undefined
}
type Carried = Origin & { press: Press }

const Metadata = z.object({
  press: z.string().optional(),
  channel: z.string().optional(),
  message: z.string().optional(),
  home: z.boolean().optional(),
})

/** Where a modal of ours came from. Empty for any other. */
export const readOrigin = (metadata: string): Origin => {
  const { press: _, ...origin } = Metadata.safeParse(jsonOf(metadata)).data ?? {}
  return origin
}

/** What travels with a form and comes back. Undefined for a view that is no form of ours. */
export const readCarried = (metadata: string): Carried | undefined => {
  const read = Metadata.safeParse(jsonOf(metadata)).data
  const press = read?.press === undefined ? undefined : decodePress(read.press)
  return press && { ...read, press }
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const FORM_CALLBACK = 'form'

/** A form as a modal. Faults are told on top, for where Slack cannot show them at their field. */
export const renderForm = (form: FormView, origin: Origin, faults?: FormFaults): ModalView => ({
  type: 'modal',
  callback_id: FORM_CALLBACK,
  notify_on_close: true,
  private_metadata: JSON.stringify({ press: encodePress(form.press), ...origin }),
  title: plain(form.title, LIMIT.modalTitle),
  submit: plain(form.submit, LIMIT.modalTitle),
  close: plain(form.cancel, LIMIT.modalTitle),
  blocks: [...aboveFields(form, faults), ...form.fields.map(renderField)],
})

const aboveFields = (form: FormView, faults: FormFaults | undefined): KnownBlock[] => {
  const told = Object.entries(faults?.fields ?? {}).map(([name, fault]) => {
    const label = form.fields.find((field) => field.name === name)?.label ?? name
    return `${label}: ${fault}`
  })
  const lines = [...(faults?.general ? [faults.general] : []), ...told].map((line) => `⚠ ${line}`)
  return [lines.join('\n'), form.intro ?? ''].flatMap((text) =>
    pieces(text, LIMIT.section).map((piece) => ({
      type: 'section',
      text: plain(piece, LIMIT.section),
    })),
  )
}

/** Faults as Slack shows them at their fields; undefined where one of them has no field in the open modal. */
export const faultsAtFields = (
  { general, fields }: FormFaults,
  shown: readonly { type: string; block_id?: string }[],
): Record<string, string> | undefined => {
  const inputs = new Set(shown.flatMap(({ type, block_id }) => (type === 'input' ? [block_id] : [])))
  const names = Object.keys(fields)
  if (general !== undefined || names.length === 0 || !names.every((name) => inputs.has(name)))
    return undefined
  return Object.fromEntries(names.map((name) => [name, cut(fields[name] ?? '', LIMIT.fieldError)]))
}

const renderField = (field: FieldView): KnownBlock => {
  const element = renderElement(field)
  if (!element) return { type: 'section', text: plain(`${field.label}\n${WORDS.noChoices}`, LIMIT.section) }
  return {
    type: 'input',
    block_id: field.name,
    label: plain(field.label, LIMIT.label),
    optional: !field.required,
    hint: field.hint === undefined ? undefined : plain(field.hint, LIMIT.hint),
    element,
  }
}

/** Undefined where there is nothing to choose from: Slack would refuse the whole form. */
const renderElement = (field: FieldView): InputBlock['element'] | undefined => {
  const placeholder = field.placeholder ? plain(field.placeholder, LIMIT.placeholder) : undefined
  const common = { action_id: 'value', placeholder }
  switch (field.kind) {
    case 'short-text':
    case 'long-text': {
      const max_length = Math.max(1, Math.min(field.maxLength, LIMIT.input))
      const initial = clip(field.initial ?? '', max_length)
      const multiline = field.kind === 'long-text'
      const initial_value = initial === '' ? undefined : initial
      return { type: 'plain_text_input', ...common, multiline, max_length, initial_value }
    }
    case 'choice': {
      const offered = choicesOf(field.choices)
      const [initial] = chosen(offered, [field.initial ?? ''])
      if (!offered) return undefined
      return { type: 'static_select', ...common, ...offered, initial_option: initial }
    }
    case 'choices': {
      const offered = choicesOf(field.choices)
      const initial = chosen(offered, field.initial ?? [])
      if (!offered) return undefined
      const initial_options = initial.length > 0 ? initial : undefined
      return { type: 'multi_static_select', ...common, ...offered, initial_options }
    }
    case 'date':
      return {
        type: 'datepicker',
        ...common,
        initial_date: isDate(field.initial) ? field.initial : undefined,
      }
    default:
      return field satisfies never
  }
}

const chosen = (offered: ReturnType<typeof choicesOf>, values: string[]) => {
  const options = offered?.options ?? offered?.option_groups.flatMap((group) => group.options) ?? []
  return options.filter(({ value }) => values.includes(value))
}

/** Slack refuses a modal whose date does not exist. */
const isDate = (text: string | undefined): text is string => {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    Temporal.PlainDate.from(text)
    return true
  } catch {
    return false
  }
}

const Selected = z.object({ value: z.string() })
const State = z.record(
  z.string(),
  z.record(
    z.string(),
    z.looseObject({
      value: z.string().nullish(),
      selected_option: Selected.nullish(),
      selected_options: z.array(Selected).nullish(),
      selected_date: z.string().nullish(),
    }),
  ),
)

/** What was typed, by field name, from a submitted view's state. */
export const readValues = (state: unknown): FormValues => {
  const values: FormValues = {}
  for (const [name, inputs] of Object.entries(State.parse(state))) {
    const input = Object.values(inputs)[0]
    if (!input) continue
    values[name] =
      input.selected_options?.map(({ value }) => value) ??
      input.selected_option?.value ??
      input.selected_date ??
      input.value ??
      ''
  }
  return values
}

/** Closing it closes what lies below, too: that was asked before this was answered. */
const view = (blocks: KnownBlock[], origin: Origin): ModalView => ({
  type: 'modal',
  callback_id: 'notice',
  clear_on_close: true,
  private_metadata: JSON.stringify(origin),
  title: plain(WORDS.working, LIMIT.modalTitle),
  close: plain(WORDS.close, LIMIT.modalTitle),
  blocks,
})

/** A modal that only says something: loading, saving. */
export const noticeView = (text: string, origin: Origin): ModalView =>
  view([{ type: 'section', text: plain(text, LIMIT.section) }], origin)

/** A modal with an answer and its buttons. */
export const cardView = (card: Card, origin: Origin): ModalView => view(renderCard(card, VIEW), origin)
