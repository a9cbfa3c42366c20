import { html } from 'htm/preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'

export type Question = { question: string; yes: string; no: string; isGrave: boolean }

/** Asks before something that cannot be taken back. Escape and the backdrop mean no. */
export const Confirm = ({ ask, answer }: { ask: Question; answer: (isYes: boolean) => void }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  useLayoutEffect(() => dialog.current?.showModal(), [])
  const settle = (isYes: boolean) => {
    dialog.current?.close()
    answer(isYes)
  }
  return html`
    <dialog
      ref=${dialog}
      class="dialog confirm"
      aria-labelledby=${title}
      onCancel=${(event: Event) => {
        event.preventDefault()
        event.stopPropagation()
        settle(false)
      }}
      onKeyDown=${(event: KeyboardEvent) => event.stopPropagation()}
    >
      <h2 id=${title} class="confirm-question">${ask.question}</h2>
      <div class="dialog-actions">
        <button type="button" class="button" autofocus onClick=${() => settle(false)}>${ask.no}</button>
        <button
          type="button"
          class=${ask.isGrave ? 'button button-danger' : 'button button-primary'}
          onClick=${() => settle(true)}
        >
          ${ask.yes}
        </button>
      </div>
    </dialog>
  `
}
