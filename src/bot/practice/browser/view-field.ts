import { html } from 'htm/preact'
import { useId } from 'preact/hooks'
import type { FieldView } from '../../form.ts'
import { words } from './words.ts'

type Value = string | string[]
type Props = { field: FieldView; value: Value; fault: string | undefined; change: (value: Value) => void }
type Ids = { input: string; hint: string; fault: string; count: string }

/** Up to this many choices are all shown; more go into a select. */
const RADIOS = 6

/** One field with its label, hint, counter and the reason it was refused, each tied to the input. */
export const Field = (props: Props) => {
  const { field, fault } = props
  const id = useId()
  const ids = { input: id, hint: `${id}-hint`, fault: `${id}-fault`, count: `${id}-count` }
  const isGroup = field.kind === 'choices' || (field.kind === 'choice' && field.choices.length <= RADIOS)
  const about = html`
    ${field.hint !== undefined && html`<p id=${ids.hint} class="field-hint">${field.hint}</p>`}
  `
  const reason = fault !== undefined && html`<p id=${ids.fault} class="field-fault">${fault}</p>`
  const look = fault === undefined ? 'field' : 'field is-refused'
  if (isGroup) {
    return html`
      <fieldset class=${look} aria-describedby=${described(props, ids)} data-refused=${fault !== undefined}>
        <legend class="field-label"><${Label} field=${field} /></legend>
        ${about}${reason}
        <${Choices} ...${props} name=${id} />
      </fieldset>
    `
  }
  return html`
    <div class=${look}>
      <label class="field-label" for=${ids.input}><${Label} field=${field} /></label>
      ${about}${reason}
      <${Input} ...${props} ids=${ids} />
      <${Counter} field=${field} value=${props.value} id=${ids.count} />
    </div>
  `
}

const Label = ({ field }: { field: FieldView }) => html`
  ${field.label}${field.required && html`<span class="required">${words.value.form.required}</span>`}
`

const described = ({ field, fault }: Props, ids: Ids): string | undefined => {
  const parts = [field.hint === undefined ? '' : ids.hint, fault === undefined ? '' : ids.fault]
  if ('maxLength' in field) parts.push(ids.count)
  return parts.filter((part) => part !== '').join(' ') || undefined
}

const Input = (props: Props & { ids: Ids }) => {
  const { field, value, fault, change, ids } = props
  const common = {
    id: ids.input,
    name: field.name,
    value,
    'aria-required': field.required,
    'aria-invalid': fault !== undefined,
    'aria-describedby': described(props, ids),
    placeholder: field.placeholder,
    autocomplete: 'off',
  }
  const onInput = (event: Event) => change(typedIn(event))
  switch (field.kind) {
    case 'short-text':
      return html`<input type="text" ...${common} onInput=${onInput} />`
    case 'long-text':
      return html`<textarea rows="4" ...${common} onInput=${onInput}></textarea>`
    case 'date':
      return html`<input type="date" ...${common} onInput=${onInput} />`
    case 'choice':
      return html`
        <select ...${common} onChange=${onInput}>
          <option value="">${field.required ? words.value.message.choosePlease : words.value.form.none}</option>
          ${field.choices.map(({ value, label }) => html`<option key=${value} value=${value}>${label}</option>`)}
        </select>
      `
    case 'choices':
      return null
    default:
      return field satisfies never
  }
}

const Choices = ({ field, value, change, name }: Props & { name: string }) => {
  if (field.kind !== 'choice' && field.kind !== 'choices') return null
  const isMany = field.kind === 'choices'
  const chosen = new Set(Array.isArray(value) ? value : [value])
  const none = { value: '', label: words.value.form.none }
  const shown = isMany || field.required ? field.choices : [...field.choices, none]
  const toggle = (one: string) =>
    change(isMany ? shown.map((choice) => choice.value).filter((v) => (v === one) !== chosen.has(v)) : one)
  return html`
    <div class="choices">
      ${shown.map(
        (choice) => html`
          <label key=${choice.value} class="choice">
            <input
              type=${isMany ? 'checkbox' : 'radio'}
              name=${name}
              value=${choice.value}
              checked=${chosen.has(choice.value)}
              onChange=${() => toggle(choice.value)}
            />
            <span>
              ${choice.label}
              ${'detail' in choice && choice.detail !== undefined && html`<span class="choice-detail">${choice.detail}</span>`}
            </span>
          </label>
        `,
      )}
    </div>
  `
}

const Counter = ({ field, value, id }: { field: FieldView; value: Value; id: string }) => {
  if (!('maxLength' in field)) return null
  const { count, over } = words.value.form
  const by = value.length - field.maxLength
  return html`
    <p id=${id} class=${by > 0 ? 'counter is-over' : 'counter'}>
      ${count(value.length, field.maxLength)}${by > 0 ? `　${over(by)}` : ''}
    </p>
  `
}

const typedIn = ({ currentTarget: at }: Event): string =>
  at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement
    ? at.value
    : ''
