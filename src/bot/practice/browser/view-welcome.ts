import { html } from 'htm/preact'
import { lineOf } from './completion.ts'
import { draftHere } from './drafts.ts'
import { openedView, start } from './state.ts'
import { words } from './words.ts'

const SHOWN = 2

/** What to try where nothing was said yet: clicking a command fills it in, and sending it stays the person's act. */
export const Welcome = () => {
  const text = words.value.welcome
  const view = openedView.value
  const isDirect = view?.kind !== 'channel'
  const steps = (start.value?.commands ?? [])
    .flatMap((command) => {
      const step = text.steps[command.id]
      return step === undefined ? [] : [{ step, line: lineOf(command), id: command.id }]
    })
    .sort((a, b) => orderOf(a.id) - orderOf(b.id))
    .slice(0, SHOWN)
  return html`
    <section class="welcome">
      <h2>${isDirect ? text.title : text.titleInChannel(view.name)}</h2>
      <p class="welcome-lead">${isDirect ? text.lead : text.leadInChannel}</p>
      <ol class="welcome-steps">
        ${steps.map(
          ({ step, line, id }) => html`
            <li key=${id}>
              <span class="welcome-step">${step}</span>
              <button type="button" class="example" onClick=${() => fillIn(line)}>
                <code>${line.trim()}</code><span>${text.tryIt}</span>
              </button>
            </li>
          `,
        )}
        <li>
          <span class="welcome-step">${text.advance}</span>
          <span class="example is-plain">${words.value.clock.leaps['next-reminder']}</span>
        </li>
      </ol>
      <p class="welcome-more">${text.switchMember}</p>
    </section>
  `
}

/** The order of the steps in the catalogue is the order to show them. */
const orderOf = (id: string): number => Object.keys(words.value.welcome.steps).indexOf(id)

const fillIn = (line: string): void => {
  draftHere.set(line)
  document.querySelector<HTMLElement>('#composer-input')?.focus()
}
