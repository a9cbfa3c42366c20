import { html } from 'htm/preact'
import { useId, useState } from 'preact/hooks'
import type { Button, Part } from '../../card.ts'
import type { Press } from '../../press.ts'
import { runPress } from './interact.ts'
import type { Where } from './view-card.ts'
import { Confirm } from './view-confirm.ts'
import { words } from './words.ts'

/** Runs one press at a time: ignores a click while one is in flight. */
const usePress = (where: Where) => {
  const [isBusy, setBusy] = useState(false)
  const run = async (press: Press) => {
    if (isBusy) return
    setBusy(true)
    await runPress(press, where)
    setBusy(false)
  }
  return { isBusy, run }
}

/** `about`: what the button stands beside, so that five buttons of one name can be told apart by ear. */
export const PressButton = ({
  button,
  where,
  about,
  isSmall,
}: {
  button: Button
  where: Where
  about?: string
  isSmall?: boolean
}) => {
  const { isBusy, run } = usePress(where)
  const [isAsking, setAsking] = useState(false)
  const { confirm, label, press, style } = button
  const look = ['button', style && `button-${style}`, isSmall && 'button-small'].filter(Boolean).join(' ')
  return html`
    <button
      type="button"
      class=${look}
      aria-disabled=${isBusy}
      aria-label=${about === undefined ? undefined : `${label} ${about}`}
      onClick=${() => (confirm ? setAsking(true) : void run(press))}
    >
      ${label}
      ${isBusy && html`<span class="busy" role="status" aria-label=${words.value.message.pressed}></span>`}
    </button>
    ${
      isAsking &&
      confirm &&
      html`<${Confirm}
        ask=${{ ...confirm, isGrave: style === 'danger' }}
        answer=${(isYes: boolean) => {
          setAsking(false)
          if (isYes) void run(press)
        }}
      />`
    }
  `
}

type Select = Extract<Part, { part: 'select' }>

/** A select with a button to run it: arrow keys change a closed select, and each step would run a command. */
export const PressSelect = ({ part, where }: { part: Select; where: Where }) => {
  const { isBusy, run } = usePress(where)
  const [chosen, setChosen] = useState('')
  const id = useId()
  const detail = part.choices.find(({ value }) => value === chosen)?.detail
  const { command, options } = part.press
  return html`
    <div class="card-select">
      <label for=${id}>${part.label}</label>
      <div class="card-select-line">
        <select id=${id} value=${chosen} onChange=${(event: Event) => setChosen(chosenIn(event))}>
          <option value="">${words.value.message.choosePlease}</option>
          ${part.choices.map(({ value, label }) => html`<option key=${value} value=${value}>${label}</option>`)}
        </select>
        <button
          type="button"
          class="button"
          disabled=${chosen === ''}
          aria-disabled=${isBusy}
          onClick=${() => void run({ command, options: { ...options, [part.option]: chosen } })}
        >
          ${words.value.message.choose}
        </button>
      </div>
      ${detail !== undefined && html`<p class="card-note">${detail}</p>`}
    </div>
  `
}

const chosenIn = (event: Event): string =>
  event.currentTarget instanceof HTMLSelectElement ? event.currentTarget.value : ''
