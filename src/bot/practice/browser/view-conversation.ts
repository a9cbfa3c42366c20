import { html } from 'htm/preact'
import { Icon, Logo } from './icons.ts'
import { refreshHome } from './messages.ts'
import { home, isDrawerOpen, openedView } from './state.ts'
import { Card } from './view-card.ts'
import { Composer } from './view-composer.ts'
import { Timeline } from './view-timeline.ts'
import { words } from './words.ts'

/** The conversation now open: its name, its messages, and the input. */
export const ConversationPane = ({ isDrawer }: { isDrawer: boolean }) => {
  const view = openedView.value
  const isDirect = view?.kind === 'direct'
  const name = isDirect ? words.value.brand : (view?.name ?? '')
  return html`
    <main class="conversation">
      <header class="conversation-head">
        ${
          isDrawer &&
          html`<button
            type="button"
            id="open-sidebar"
            class="icon-button"
            aria-label=${words.value.sidebar.open}
            aria-expanded=${isDrawerOpen.value}
            aria-controls="sidebar"
            onClick=${() => {
              isDrawerOpen.value = true
            }}
          >
            <${Icon} name="menu" />
          </button>`
        }
        <div class="conversation-title">
          <h1>
            ${isDirect ? html`<${Logo} />` : html`<${Icon} name=${view?.isPrivate ? 'lock' : 'hash'} />`}
            <span>${name}</span>
          </h1>
          <p class="conversation-topic">${isDirect ? words.value.conversation.directTopic : view?.topic}</p>
        </div>
        ${!isDirect && view && html`<${People} names=${view.people} />`}
      </header>
      ${isDirect && html`<${Home} />`}
      <${Timeline} />
      <${Composer} place=${name} />
    </main>
  `
}

const People = ({ names }: { names: string[] }) => {
  const { people, peopleLabel } = words.value.conversation
  const list = peopleLabel(names.join('、'))
  return html`<p class="people" title=${list}>${people(names.length)}<span class="unseen">${list}</span></p>`
}

/** The member's own page of the bot, above their direct messages. */
const Home = () => {
  const card = home.value
  if (!card) return null
  const text = words.value.home
  return html`
    <details class="home" open>
      <summary><h2>${text.title}</h2></summary>
      <div class="home-body" role="region" tabindex="0" aria-label=${text.title}>
        <${Card} card=${card} where=${{}} />
      </div>
      <button type="button" class="quiet-button home-refresh" onClick=${() => void refreshHome()}>
        <${Icon} name="refresh" /><span>${text.refresh}</span>
      </button>
    </details>
  `
}
