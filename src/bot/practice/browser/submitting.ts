import { useEffect, useRef, useState } from 'preact/hooks'
import type { FieldView, FormValues, FormView } from '../../form.ts'
import { newEvent, postInteract } from './api.ts'
import { take } from './interact.ts'
import { form, type OpenForm } from './state.ts'
import { words } from './words.ts'

/** What the fields hold when the form opens. */
export const startValues = (view: FormView): FormValues =>
  Object.fromEntries(view.fields.map((field) => [field.name, initialOf(field)]))

const initialOf = (field: FieldView): string | string[] =>
  field.kind === 'choices' ? (field.initial ?? []) : (field.initial ?? '')

/**
 * Submits idempotently: after a lost answer the same values are retried under the same event. A form that comes back
 * replaces this one, but keeps what was typed since it was sent.
 */
export const useSubmit = (
  open: OpenForm,
  values: FormValues,
  setValues: (change: (now: FormValues) => FormValues) => void,
) => {
  const [isSending, setSending] = useState(false)
  const [failure, setFailure] = useState<string | undefined>(undefined)
  const attempt = useRef({ values: '', event: '' })
  const sent = useRef(values)
  useEffect(() => {
    setValues((now) => ({ ...startValues(open.form), ...typedSince(sent.current, now) }))
  }, [open.id])

  const submit = async () => {
    if (isSending) return
    const typed = JSON.stringify(values)
    if (attempt.current.values !== typed) attempt.current = { values: typed, event: newEvent() }
    sent.current = values
    setSending(true)
    setFailure(undefined)
    const { conversation } = open
    const { press } = open.form
    const event = attempt.current.event
    const result = await postInteract({ kind: 'submit', press, values, event, conversation })
    setSending(false)
    if (!result.ok) {
      const isWorthRepeating =
        result.reason === 'lost' || result.reason === 'stopping' || result.reason === 'broken'
      setFailure(isWorthRepeating ? words.value.form.notSent : words.value.form.refused)
      return
    }
    // A new event after a refusal: it is a new submission, even of the same values.
    attempt.current = { values: '', event: '' }
    if (result.value.kind !== 'correct' && result.value.kind !== 'form') form.value = undefined
    take(result.value, conversation)
  }
  return { isSending, failure, submit }
}

/** Debounces drafts: long enough not to send at every key, short enough to lose little with the page. */
const KEEP_AFTER_MS = 800

/** Has the server keep what is typed, so that the form can be gone on with on another device. */
export const useKeeping = ({ form: view, conversation }: OpenForm, values: FormValues, isDirty: boolean) => {
  useEffect(() => {
    if (!isDirty) return undefined
    const timer = setTimeout(() => keep(view, conversation, values), KEEP_AFTER_MS)
    return () => clearTimeout(timer)
  }, [values, isDirty])
  return { discard: () => keep(view, conversation, {}) }
}

const keep = (view: FormView, conversation: OpenForm['conversation'], values: FormValues): void =>
  void postInteract({ kind: 'keep', press: view.press, values, event: newEvent(), conversation })

const typedSince = (sent: FormValues, now: FormValues): FormValues =>
  Object.fromEntries(
    Object.entries(now).filter(([name, value]) => JSON.stringify(sent[name]) !== JSON.stringify(value)),
  )
