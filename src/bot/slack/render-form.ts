import type { InputBlock, KnownBlock, ModalView } from '@slack/types'
import { z } from 'zod'
import type { Choice } from '../card.ts'
import type { FieldView, FormFaults, FormValues, FormView } from '../form.ts'
import type { Press } from '../press.ts'
import { LIMIT, plain } from './limits.ts'

/** What travels with a view and comes back: the command to run, and where it was asked for. Ids only. */
const Carried = z.object({
  press: z.object({ command: z.string(), options: z.record(z.string(), z.string()) }),
  channel: z.string().optional(),
})
export type Carried = { press: Press; channel?: string | undefined }

export const readCarried = (metadata: string): Carried | undefined => {
  try {
    return Carried.safeParse(JSON.parse(metadata)).data
  } catch {
    return undefined
  }
}

export const FORM_CALLBACK = 'form'

/** A form as a modal. Faults are shown on top where Slack cannot show them at their field. */
export const renderForm = (form: FormView, channel: string | undefined, faults?: FormFaults): ModalView => {
  const carried: Carried = { press: form.press, channel }
  return {
    type: 'modal',
    callback_id: FORM_CALLBACK,
    private_metadata: JSON.stringify(carried),
    title: plain(form.title, LIMIT.modalTitle),
    submit: plain(form.submit, LIMIT.modalTitle),
    close: plain(form.cancel, LIMIT.modalTitle),
    blocks: [...introBlocks(form, faults), ...form.fields.map(renderField)],
  }
}

const introBlocks = (form: FormView, faults: FormFaults | undefined): KnownBlock[] => {
  const told = Object.entries(faults?.fields ?? {}).map(([name, fault]) => {
    const label = form.fields.find((field) => field.name === name)?.label ?? name
    return `${label}: ${fault}`
  })
  const lines = [...(faults?.general ? [faults.general] : []), ...told]
  return [
    ...(lines.length > 0 ? [section(lines.join('\n'))] : []),
    ...(form.intro === undefined ? [] : [section(form.intro)]),
  ]
}

const section = (text: string): KnownBlock => ({ type: 'section', text: plain(text, LIMIT.section) })

const renderField = (field: FieldView): InputBlock => ({
  type: 'input',
  block_id: field.name,
  label: plain(field.label, LIMIT.label),
  optional: !field.required,
  ...(field.hint === undefined ? {} : { hint: plain(field.hint, LIMIT.hint) }),
  element: renderElement(field),
})

const option = ({ value, label }: Choice) => ({ text: plain(label, LIMIT.option), value })

const renderElement = (field: FieldView): InputBlock['element'] => {
  const placeholder = field.placeholder ? { placeholder: plain(field.placeholder, LIMIT.placeholder) } : {}
  const action_id = 'value'
  switch (field.kind) {
    case 'short-text':
    case 'long-text':
      return {
        type: 'plain_text_input',
        action_id,
        multiline: field.kind === 'long-text',
        max_length: Math.min(field.maxLength, LIMIT.input),
        ...placeholder,
        ...(field.initial
          ? { initial_value: field.initial.slice(0, Math.min(field.maxLength, LIMIT.input)) }
          : {}),
      }
    case 'choice': {
      const options = field.choices.slice(0, LIMIT.options).map(option)
      const initial = options.find(({ value }) => value === field.initial)
      return {
        type: 'static_select',
        action_id,
        options,
        ...placeholder,
        ...(initial ? { initial_option: initial } : {}),
      }
    }
    case 'choices': {
      const options = field.choices.slice(0, LIMIT.options).map(option)
      const initial = options.filter(({ value }) => field.initial?.includes(value))
      return {
        type: 'multi_static_select',
        action_id,
        options,
        ...placeholder,
        ...(initial.length > 0 ? { initial_options: initial } : {}),
      }
    }
    case 'date': {
      const initial = /^\d{4}-\d{2}-\d{2}$/.test(field.initial ?? '') ? field.initial : undefined
      return { type: 'datepicker', action_id, ...placeholder, ...(initial ? { initial_date: initial } : {}) }
    }
    default:
      return field satisfies never
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

/** A modal that only says something: loading, saving, a result. */
export const noticeView = (title: string, close: string, blocks: KnownBlock[]): ModalView => ({
  type: 'modal',
  callback_id: 'notice',
  title: plain(title, LIMIT.modalTitle),
  close: plain(close, LIMIT.modalTitle),
  blocks,
})
