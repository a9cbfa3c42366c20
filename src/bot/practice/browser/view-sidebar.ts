import { html } from 'htm/preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import type { Language } from '../../port.ts'
import type { PracticeMember } from '../practice-store.ts'
import type { ConversationView } from '../protocol.ts'
import { openConversation, switchMember } from './conversations.ts'
import { Icon, Logo } from './icons.ts'
import { changeLanguage } from './starting.ts'
import { conversations, isDrawerOpen, language, me, myself, opened, start, unread } from './state.ts'
import { Avatar } from './view-avatar.ts'
import { words } from './words.ts'

/** Who one acts as, and where one may write. A drawer on a phone. */
export const Sidebar = ({ isDrawer }: { isDrawer: boolean }) => {
  const text = words.value.sidebar
  const nav = useRef<HTMLElement>(null)
  const isHidden = isDrawer && !isDrawerOpen.value
  const wasOpen = useRef(false)
  // Before anything is painted: no key may fall between the old focus and the new one.
  useLayoutEffect(() => {
    if (!isDrawer) return undefined
    if (isDrawerOpen.value) nav.current?.querySelector<HTMLElement>('button')?.focus()
    else if (wasOpen.current) document.querySelector<HTMLElement>('#open-sidebar')?.focus()
    wasOpen.current = isDrawerOpen.value
    return isDrawerOpen.value ? onEscape(closeDrawer) : undefined
  }, [isDrawer, isDrawerOpen.value])
  const channels = conversations.value.filter(({ kind }) => kind === 'channel')
  const direct = conversations.value.filter(({ kind }) => kind === 'direct')
  return html`
    <nav
      ref=${nav}
      id="sidebar"
      class=${isDrawerOpen.value ? 'sidebar is-open' : 'sidebar'}
      aria-label=${text.label}
      inert=${isHidden}
    >
      <div class="sidebar-head">
        <div class="brand"><${Logo} /><span class="brand-name">${words.value.brand}</span><span class="brand-mark">${words.value.practice}</span></div>
        ${isDrawer && html`<button type="button" class="icon-button" aria-label=${text.close} onClick=${closeDrawer}><${Icon} name="close" /></button>`}
      </div>
      <p class="region-name">${start.value?.region.name}</p>
      <${WhoAmI} />
      <div class="sidebar-list">
        <h2 class="sidebar-title">${text.channels}</h2>
        ${channels.length === 0 && html`<p class="sidebar-empty">${text.noChannels}</p>`}
        <ul>${channels.map((one) => html`<${Place} key=${one.id} place=${one} />`)}</ul>
        <h2 class="sidebar-title">${text.direct}</h2>
        <ul>${direct.map((one) => html`<${Place} key=${one.id} place=${one} />`)}</ul>
      </div>
      <div class="sidebar-foot">
        <p class="sidebar-note">${text.note}</p>
        <${LanguageSwitch} />
      </div>
    </nav>
    ${isDrawer && isDrawerOpen.value && html`<div class="backdrop" onClick=${closeDrawer}></div>`}
  `
}

/** Wherever the focus is; returns how to stop listening. */
const onEscape = (act: () => void): (() => void) => {
  const onKey = (event: KeyboardEvent) => event.key === 'Escape' && act()
  document.addEventListener('keydown', onKey)
  return () => document.removeEventListener('keydown', onKey)
}

const closeDrawer = (): void => {
  isDrawerOpen.value = false
}

const WhoAmI = () => {
  const text = words.value.sidebar
  const id = useId()
  return html`
    <div class="who">
      <label for=${id} class="who-label">${text.actAs}</label>
      <select
          id=${id}
          value=${me.value}
          onChange=${(event: Event) =>
            event.currentTarget instanceof HTMLSelectElement && void switchMember(event.currentTarget.value)}
        >
          ${byOffice(start.value?.members ?? []).map(
            ([office, members]) => html`
              <optgroup key=${office} label=${office === '' ? text.otherMembers : office}>
                ${members.map(({ id, name, role }) => html`<option key=${id} value=${id}>${role === '' ? name : `${name}（${role}）`}</option>`)}
              </optgroup>
            `,
          )}
        </select>
      <p class="who-about"><${Avatar} author=${me.value} /><span><span>${myself.value?.office}</span><span>${myself.value?.role}</span></span></p>
    </div>
  `
}

const Place = ({ place }: { place: ConversationView }) => {
  const text = words.value.sidebar
  const isOpen = place.id === opened.value
  const count = isOpen ? 0 : (unread.value[place.id] ?? 0)
  const isDirect = place.kind === 'direct'
  const mark = isDirect ? html`<${Logo} />` : html`<${Icon} name=${place.isPrivate ? 'lock' : 'hash'} />`
  return html`
    <li>
      <button
        type="button"
        class=${count > 0 ? 'place has-unread' : 'place'}
        aria-current=${isOpen ? 'page' : undefined}
        onClick=${() => void openConversation(place.id)}
      >
        ${mark}
        <span class="place-name">${isDirect ? words.value.brand : place.name}</span>
        ${!isDirect && place.isPrivate && html`<span class="unseen">${text.isPrivate}</span>`}
        ${
          count > 0 &&
          html`<span class="badge" aria-hidden="true">${count > 99 ? '99+' : count}</span>
          <span class="unseen">${text.unread(count)}</span>`
        }
      </button>
    </li>
  `
}

const byOffice = (members: readonly PracticeMember[]): [string, PracticeMember[]][] => [
  ...Map.groupBy(members, ({ office }) => office),
]

const LANGUAGES: readonly Language[] = ['ja', 'en']

const LanguageSwitch = () => html`
  <div class="language" role="group" aria-label=${words.value.language.label}>
    ${LANGUAGES.map(
      (one) => html`
        <button
          key=${one}
          type="button"
          lang=${one}
          class="language-choice"
          aria-pressed=${language.value === one}
          onClick=${() => void changeLanguage(one)}
        >
          ${words.value.language[one]}
        </button>
      `,
    )}
  </div>
`
