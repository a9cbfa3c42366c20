import { html } from 'htm/preact'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { FormFaults, FormValues } from '../../form.ts'
import { Icon } from './icons.ts'
import { form, type OpenForm } from './state.ts'
import { startValues, useKeeping, useSubmit } from './submitting.ts'
import { Confirm } from './view-confirm.ts'
import { Field } from './view-field.ts'
import { words } from './words.ts'

const REFUSED = '[aria-invalid="true"], [data-refused="true"]'

/** A form as a modal dialog. It closes when it is taken, or when the person says so; nothing typed goes by itself. */
export const FormDialog = ({ open }: { open: OpenForm }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  const [values, setValues] = useState<FormValues>(() => startValues(open.form))
  const [isAsking, setAsking] = useState(false)
  const returnTo = useRef(document.activeElement)
  const pristine = useRef(JSON.stringify(startValues(open.form)))
  const { isSending, failure, submit } = useSubmit(open, values, setValues)
  const isDirty = JSON.stringify(values) !== pristine.current
  const { discard } = useKeeping(open, values, isDirty)
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    element?.querySelector<HTMLElement>('.field :is(input, select, textarea)')?.focus()
    return () => {
      // While it is open, nothing outside can take the focus.
      element?.close()
      focusAfter(returnTo.current)
    }
  }, [])
  useEffect(() => focusFault(dialog.current, open.faults), [open.id, failure])
  useEffect(() => warnOnLeaving(isDirty), [isDirty])
  const leave = () => {
    if (isDirty) setAsking(true)
    else form.value = undefined
  }
  // A browser may close a dialog by itself (a second back gesture): what is typed comes back, with the question.
  const reopen = () => {
    if (form.value === undefined || !dialog.current || dialog.current.open) return
    dialog.current.showModal()
    leave()
  }
  return html`
    <dialog ref=${dialog} class="dialog" aria-labelledby=${title} closedby="none" onCancel=${refuseToCancel} onClose=${reopen} onKeyDown=${onEscape(leave)}>
      <form
        class="form"
        novalidate
        aria-busy=${isSending}
        onSubmit=${(event: SubmitEvent) => {
          event.preventDefault()
          void submit()
        }}
      >
        <header class="dialog-head">
          <h2 id=${title}>${open.form.title}</h2>
          <button type="button" class="icon-button" aria-label=${words.value.form.close} onClick=${leave}><${Icon} name="close" /></button>
        </header>
        <div class="dialog-body">
          <${Trouble} faults=${open.faults} failure=${failure} />
          ${open.form.intro !== undefined && html`<p class="form-intro">${open.form.intro}</p>`}
          ${open.form.fields.map(
            (field) => html`<${Field}
              key=${field.name}
              field=${field}
              value=${values[field.name] ?? ''}
              fault=${open.faults?.fields[field.name]}
              change=${(value: string | string[]) => setValues((now) => ({ ...now, [field.name]: value }))}
            />`,
          )}
        </div>
        <footer class="dialog-actions">
          <button type="button" class="button" onClick=${leave}>${open.form.cancel}</button>
          <button type="submit" class="button button-primary" aria-disabled=${isSending}>
            ${isSending ? words.value.form.sending : open.form.submit}
          </button>
        </footer>
      </form>
      ${
        isAsking &&
        html`<${Discard} answer=${(isYes: boolean) => {
          setAsking(false)
          if (!isYes) return
          discard()
          form.value = undefined
        }} />`
      }
    </dialog>
  `
}

const Discard = ({ answer }: { answer: (isYes: boolean) => void }) => {
  const { discard, discardYes, discardNo } = words.value.form
  const ask = { question: discard, yes: discardYes, no: discardNo, isGrave: true }
  return html`<${Confirm} ask=${ask} answer=${answer} />`
}

const Trouble = ({ faults, failure }: { faults: FormFaults | undefined; failure: string | undefined }) => {
  const count = faults === undefined ? 0 : Object.keys(faults.fields).length
  const general = faults?.general ?? (count > 0 ? words.value.form.faults(count) : undefined)
  const text = failure ?? general
  return html`<div role="alert">${text !== undefined && html`<p class="form-trouble" tabindex="-1">${text}</p>`}</div>`
}

const refuseToCancel = (event: Event): void => event.preventDefault()

const onEscape = (leave: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Escape' || event.isComposing) return
  event.preventDefault()
  leave()
}

/** To the first field at fault, else to what is said about the whole. */
const focusFault = (dialog: HTMLElement | null, faults: FormFaults | undefined): void => {
  const place = faults === undefined ? '.form-trouble' : `${REFUSED}, .form-trouble`
  const all = [...(dialog?.querySelectorAll<HTMLElement>(place) ?? [])]
  const first = all.find((element) => element.matches(REFUSED)) ?? all[0]
  const target = first?.matches('fieldset') ? first.querySelector<HTMLElement>('input') : first
  target?.focus()
}

const focusAfter = (before: Element | null): void => {
  const place = before?.isConnected ? before : document.querySelector('#composer-input')
  if (place instanceof HTMLElement) place.focus()
}

const warnOnLeaving = (isDirty: boolean) => {
  if (!isDirty) return undefined
  const warn = (event: Event) => event.preventDefault()
  addEventListener('beforeunload', warn)
  return () => removeEventListener('beforeunload', warn)
}
