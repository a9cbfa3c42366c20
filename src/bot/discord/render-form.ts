import {
  LabelBuilder,
  ModalBuilder,
  type ModalSubmitInteraction,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js'
import type { FieldView, FormValues, FormView } from '../form.ts'
import { customId } from './custom-id.ts'
import { cut, LIMIT } from './limits.ts'

/** A form as a modal. Throws on more fields than Discord takes at once: a declaration that needs steps. */
export const renderForm = (form: FormView, guild: string): ModalBuilder => {
  if (form.fields.length > LIMIT.modalFields) throw new Error(`${form.press.command}: too many fields for a modal`)
  const modal = new ModalBuilder()
    .setCustomId(customId(guild, form.press, 0))
    .setTitle(cut(form.title, LIMIT.modalTitle))
  if (form.intro !== undefined && form.fields.length < LIMIT.modalFields)
    modal.addTextDisplayComponents(new TextDisplayBuilder().setContent(form.intro))
  return modal.addLabelComponents(form.fields.map(renderField))
}

const renderField = (field: FieldView): LabelBuilder => {
  const label = new LabelBuilder().setLabel(cut(field.label, LIMIT.label))
  if (field.hint !== undefined) label.setDescription(cut(field.hint, LIMIT.labelDescription))
  switch (field.kind) {
    case 'short-text':
    case 'long-text':
      return label.setTextInputComponent(textInput(field, field.maxLength, field.kind === 'long-text'))
    case 'date':
      return label.setTextInputComponent(textInput(field, 20, false))
    case 'choice':
    case 'choices':
      return label.setStringSelectMenuComponent(select(field))
    default:
      return field satisfies never
  }
}

const textInput = (
  field: Extract<FieldView, { kind: 'short-text' | 'long-text' | 'date' }>,
  maxLength: number,
  long: boolean,
): TextInputBuilder => {
  const limit = Math.min(maxLength, LIMIT.input)
  const input = new TextInputBuilder()
    .setCustomId(field.name)
    .setStyle(long ? TextInputStyle.Paragraph : TextInputStyle.Short)
    .setRequired(field.required)
    .setMaxLength(limit)
  if (field.placeholder) input.setPlaceholder(cut(field.placeholder, LIMIT.inputPlaceholder))
  if (field.initial) input.setValue(field.initial.slice(0, limit))
  return input
}

const select = (field: Extract<FieldView, { kind: 'choice' | 'choices' }>): StringSelectMenuBuilder => {
  const chosen = new Set([field.initial ?? []].flat())
  const choices = field.choices.slice(0, LIMIT.options)
  const menu = new StringSelectMenuBuilder()
    .setCustomId(field.name)
    .setRequired(field.required)
    .addOptions(
      choices.map(({ value, label, detail }) => ({
        value,
        label: cut(label, LIMIT.option),
        default: chosen.has(value),
        ...(detail === undefined ? {} : { description: cut(detail, LIMIT.option) }),
      })),
    )
  return field.kind === 'choices' ? menu.setMaxValues(choices.length) : menu
}

/** What was typed, by field name. */
export const readValues = ({ fields }: ModalSubmitInteraction): FormValues => {
  const values: FormValues = {}
  for (const [name, component] of fields.fields) {
    if ('value' in component && typeof component.value === 'string') values[name] = component.value
    else if ('values' in component) {
      const chosen = [...component.values]
      values[name] = chosen.length === 1 && chosen[0] !== undefined ? chosen[0] : chosen
    }
  }
  return values
}
