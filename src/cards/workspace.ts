import {
  type Button,
  button,
  buttons,
  type Card,
  card,
  field,
  fields,
  list,
  note,
  type Parts,
  paragraph,
} from '../bot/card.ts'
import type { Account } from '../domain/region/accounts.ts'
import type { Region } from '../domain/region/region.ts'
import { isExternal, type PlatformName, titleOf } from '../domain/workspace/platforms.ts'
import type { Catalogue } from '../text/catalogue.ts'

/** `Slack`, `練習用のワークスペース` */
export const platformTitle = (platform: PlatformName, text: Catalogue): string =>
  isExternal(platform) ? titleOf(platform) : text.connecting.practice

/** `Slack「埼葛北地区の連絡」` */
export const placeName = (
  region: Region,
  { platform, workspace }: Pick<Account, 'platform' | 'workspace'>,
  text: Catalogue,
): string => {
  if (!isExternal(platform)) return platformTitle(platform, text)
  const known = region.workspaces.find((one) => one.platform === platform && one.id === workspace)
  return text.connecting.place(titleOf(platform), known?.name ?? workspace)
}

/** Tells who entered a code what it did. */
export const linkedCard = (
  { member, region, connected }: { member: string; region: string; connected: boolean },
  text: Catalogue,
): Card => {
  const words = text.connecting
  const heading = connected ? words.connected(region) : words.linked(member)
  return card(
    connected ? 'connecting.connected' : 'connecting.linked',
    heading,
    paragraph(connected ? words.linked(member) : words.linkedNext),
    !connected && helpButton(text),
  )
}

const helpButton = (text: Catalogue): Parts => buttons(button(text.connecting.code.show, 'tsunagi.help'))

/**
 * Shows a code to the one who asked for it, and to nobody else. `of`: whose account it makes, where it is not the
 * asker's.
 */
export const codeCard = (
  { code, until, of, connects }: { code: string; until: string; of?: string; connects: boolean },
  text: Catalogue,
): Card => {
  const words = text.connecting.code
  const heading = of === undefined ? words.mine : words.others(of)
  return card(
    'connecting.code',
    heading,
    fields(field(words.label, code), field(words.until, words.untilValue(until))),
    paragraph(words.where(`/tsunagi link ${code}`)),
    connects && paragraph(words.connects(`/tsunagi connect ${code}`)),
    note(words.secret),
  )
}

export type AccountView = { value: string; place: string; left: boolean }

/** Lists a person's accounts, first the one that gets their messages. */
export const notifyCard = (
  accounts: readonly AccountView[],
  done: string | undefined,
  text: Catalogue,
): Card => {
  const words = text.connecting.notify
  const heading = done ?? words.heading
  return card(
    'connecting.notify',
    heading,
    list(accounts.map((one, at) => accountItem(one, at === 0, text))),
    note(accounts.length > 1 ? words.fallback : words.one),
    buttons(accounts.flatMap((one) => unlinkButton(one, text))),
  )
}

const accountItem = ({ value, place, left }: AccountView, hears: boolean, text: Catalogue) => {
  const words = text.connecting.notify
  const note = left ? words.left : hears ? words.hears : ''
  const press = { command: 'tsunagi.notify', options: { account: value } }
  return { text: `${place}${note}`, button: !(hears || left) ? { label: words.choose, press } : undefined }
}

const unlinkButton = ({ value, place }: AccountView, text: Catalogue): Button[] => {
  const { unlink, unlinkQuestion, yes, no } = text.connecting.notify
  return [
    button(
      `${unlink}: ${place}`,
      'tsunagi.unlink',
      { account: value },
      { style: 'danger', confirm: { question: unlinkQuestion, yes, no } },
    ),
  ]
}

/** Asks a coordinator who an unlinked user is. */
export const requestCard = (
  request: { id: string; place: string; name: string | undefined; account: string },
  text: Catalogue,
): Card => {
  const words = text.connecting.request
  const options = { request: request.id }
  return card(
    'connecting.request',
    words.heading,
    paragraph(words.text(request.place)),
    fields(field(words.name, request.name), field(words.account, request.account)),
    buttons(
      button(words.choose, 'tsunagi.known', options, { style: 'primary' }),
      button(words.decline, 'tsunagi.decline', options, {
        confirm: { question: words.declineQuestion, yes: words.yes, no: words.no },
      }),
    ),
  )
}

/** Confirms that a coordinator linked somebody, with the button that undoes it. */
export const knownCard = (
  { request, name, member }: { request: string; name: string; member: string },
  text: Catalogue,
): Card => {
  const words = text.connecting.request
  const heading = words.linked(name, member)
  return card('connecting.known', heading, buttons(button(words.undo, 'tsunagi.unlink', { request })))
}

/** Tells that the bot was removed from a workspace; `alone`: members who have no other account. */
export const leftCard = (
  { place, until, alone }: { place: string; until: string; alone: readonly string[] },
  text: Catalogue,
): Card => {
  const words = text.connecting.left
  const heading = words.heading(place)
  const most = 10
  const names = alone.slice(0, most)
  const more = alone.length > most ? [words.more(alone.length - most)] : []
  return card(
    'connecting.left',
    heading,
    paragraph(words.text(until)),
    alone.length !== 0 && [
      paragraph(words.elsewhere),
      paragraph([...names, ...more].join(text.answers.listSeparator)),
    ],
  )
}

/** Tells that direct messages to a member are undeliverable. */
export const unreachableCard = (member: string, text: Catalogue): Card => {
  const words = text.connecting.unreachable
  const heading = words.heading(member)
  return card(
    'connecting.unreachable',
    heading,
    paragraph(words.text),
    list(words.ways.map((way) => ({ text: way }))),
  )
}
