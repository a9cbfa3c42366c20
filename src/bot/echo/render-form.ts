import type { FieldView, FormFaults, FormView } from '../form.ts'
import { encodePress } from '../press.ts'

/** A form as it is shown: the person sends back its press with a value for each field. */
export const renderForm = (form: FormView, faults?: FormFaults) => ({
  press: encodePress(form.press),
  title: form.title,
  lines: [form.intro, faults?.general].flatMap((text) => text?.split('\n') ?? []),
  fields: form.fields.map((field) => renderField(field, faults?.fields[field.name])),
})
export type FormShown = ReturnType<typeof renderForm>

const renderField = (field: FieldView, fault: string | undefined) => ({
  name: field.name,
  label: field.label,
  value: field.initial ?? '',
  fault,
  choices: 'choices' in field ? field.choices.map(({ value, label }) => ({ value, label })) : undefined,
})
