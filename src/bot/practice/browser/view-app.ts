import { html } from 'htm/preact'
import { useEffect, useState } from 'preact/hooks'
import { Icon } from './icons.ts'
import { dismiss } from './notices.ts'
import { form, isConnected, isDrawerOpen, me, notices, spoken, start, startFailed, thread } from './state.ts'
import { isTraining } from './training.ts'
import { Clock } from './view-clock.ts'
import { ConversationPane } from './view-conversation.ts'
import { FormDialog } from './view-form.ts'
import { Sidebar } from './view-sidebar.ts'
import { Thread } from './view-thread.ts'
import { words } from './words.ts'

const NARROW = '(max-width: 780px)'

export const App = () => {
  return html`
    ${isTraining && html`<header class="training">${words.value.training.banner}</header>`}
    <${Screen} />
  `
}

const Screen = () => {
  const isDrawer = useMedia(NARROW)
  const text = words.value
  if (startFailed.value) return html`<${Stopped} text=${text.connection.notStarted} />`
  if (!start.value) return html`<div class="starting"><p role="status">${text.page.starting}</p></div>`
  if (start.value.members.length === 0) return html`<${Stopped} text=${text.connection.noMembers} />`
  const open = thread.value
  const isCovered = isDrawer && isDrawerOpen.value
  return html`
    <a class="skip" href="#composer-input" onClick=${toInput}>${text.skipToInput}</a>
    <div class=${open ? 'workspace has-thread' : 'workspace'}>
      <${Sidebar} isDrawer=${isDrawer} />
      <div class="stage" inert=${isCovered}>
        <${Clock} />
        ${!isConnected.value && html`<p class="broken" role="status">${text.connection.broken}</p>`}
        <div class="panes">
          ${me.value !== '' && html`<${ConversationPane} isDrawer=${isDrawer} />`}
          ${open && html`<${Thread} key=${open.parent.id} open=${open} />`}
        </div>
      </div>
    </div>
    <${Notices} />
    ${form.value && html`<${FormDialog} key="form" open=${form.value} />`}
    <div class="unseen" aria-live="polite">${spoken.value}</div>
  `
}

const Stopped = ({ text }: { text: string }) => html`
  <main class="starting">
    <h1 class="unseen">${words.value.page.title}</h1>
    <p role="alert">${text}</p>
    <button type="button" class="button button-primary" onClick=${() => location.reload()}>
      ${words.value.connection.reload}
    </button>
  </main>
`

const Notices = () => html`
  <div class="notices" role="status">
    ${notices.value.map(
      ({ id, text, tone }) => html`
        <p key=${id} class="notice is-${tone}">
          <span>${text}</span>
          <button
            type="button"
            class="icon-button"
            aria-label=${words.value.connection.dismiss}
            onClick=${() => dismiss(id)}
          >
            <${Icon} name="close" />
          </button>
        </p>
      `,
    )}
  </div>
`

const toInput = (event: Event): void => {
  event.preventDefault()
  document.querySelector<HTMLElement>('#composer-input')?.focus()
}

const useMedia = (query: string): boolean => {
  const [matches, setMatches] = useState(() => matchMedia(query).matches)
  useEffect(() => {
    const media = matchMedia(query)
    const change = () => setMatches(media.matches)
    media.addEventListener('change', change)
    return () => media.removeEventListener('change', change)
  }, [query])
  return matches
}
