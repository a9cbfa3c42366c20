import { html } from 'htm/preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'

export type Question = { question: string; yes: string; no: string; isGrave: boolean }

/**
 * Asks before something that cannot be taken back. Escape means no, as does a dialog that the browser closes by
 * itself: it asks leave only once after each sign of a person.
 */
export const Confirm = ({ ask, answer }: { ask: Question; answer: (isYes: boolean) => void }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  useLayoutEffect(() => dialog.current?.showModal(), [])
  const isDecided = useRef(false)
  const decide = (isYes: boolean) => {
    if (isDecided.current) return
    isDecided.current = true
    dialog.current?.close()
    answer(isYes)
  }
  return html`
    <dialog
      ref=${dialog}
      class="dialog confirm"
      aria-labelledby=${title}
      onClose=${() => decide(false)}
      onKeyDown=${(event: KeyboardEvent) => {
        event.stopPropagation()
        if (event.key !== 'Escape') return
        event.preventDefault()
        decide(false)
      }}
    >
      <h2 id=${title} class="confirm-question">${ask.question}</h2>
      <div class="dialog-actions">
        <button type="button" class="button" autofocus onClick=${() => decide(false)}>${ask.no}</button>
        <button
          type="button"
          class=${ask.isGrave ? 'button button-danger' : 'button button-primary'}
          onClick=${() => decide(true)}
        >
          ${ask.yes}
        </button>
      </div>
    </dialog>
  `
}
