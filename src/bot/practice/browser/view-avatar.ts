import { html } from 'htm/preact'
import { Logo } from './icons.ts'
import { start } from './state.ts'
import { words } from './words.ts'

const TINTS = 8

/** The bot's sign, or the first character of a name on a tint that stays the person's own. */
export const Avatar = ({ author }: { author: string | undefined }) => {
  if (author === undefined) return html`<span class="avatar avatar-bot"><${Logo} /></span>`
  const tint = [...author].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0) % TINTS
  return html`<span class="avatar tint-${tint}" aria-hidden="true">${[...nameOf(author)][0] ?? ''}</span>`
}

const memberOf = (id: string | undefined) => start.value?.members.find((member) => member.id === id)

export const nameOf = (author: string | undefined): string =>
  author === undefined ? words.value.brand : (memberOf(author)?.name ?? words.value.message.leftRegion)

/** `ひだまり相談室・相談支援専門員` */
export const lineOfMember = (id: string | undefined): string => {
  const member = memberOf(id)
  return member ? [member.office, member.role].filter((part) => part !== '').join('・') : ''
}
