import type { Button, Card, Part } from '../bot/card.ts'
import type { Account } from '../domain/region/accounts.ts'
import type { Region } from '../domain/region/region.ts'
import type { Catalogue } from '../text/catalogue.ts'

/** `Slack「埼葛北地区の連絡」` */
export const placeName = (
  region: Region,
  { platform, workspace }: Pick<Account, 'platform' | 'workspace'>,
  text: Catalogue,
): string => {
  const { platforms, place } = text.connecting
  if (platform === 'practice') return platforms.practice
  const known = region.workspaces.find((one) => one.platform === platform && one.id === workspace)
  return place(platforms[platform], known?.name ?? workspace)
}

/** What a code did, for the one who typed it. */
export const linkedCard = (
  { member, region, connected }: { member: string; region: string; connected: boolean },
  text: Catalogue,
): Card => {
  const words = text.connecting
  const heading = connected ? words.connected(region) : words.linked(member)
  return {
    tag: connected ? 'connecting.connected' : 'connecting.linked',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      { part: 'text', text: connected ? words.linked(member) : words.linkedNext },
      ...(connected ? [] : [helpButton(text)]),
    ],
  }
}

const helpButton = (text: Catalogue): Part => ({
  part: 'buttons',
  buttons: [{ label: text.connecting.code.show, press: { command: 'tsunagi.help', options: {} } }],
})

/** A code, for the eyes of the one who asked for it. `of`: whose account it makes, where it is not the asker's. */
export const codeCard = (
  { code, until, of, connects }: { code: string; until: string; of?: string; connects: boolean },
  text: Catalogue,
): Card => {
  const words = text.connecting.code
  const heading = of === undefined ? words.mine : words.others(of)
  return {
    tag: 'connecting.code',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      {
        part: 'fields',
        fields: [
          { label: words.label, value: code },
          { label: words.until, value: words.untilValue(until) },
        ],
      },
      { part: 'text', text: words.where(`/tsunagi link ${code}`) },
      ...(connects ? [{ part: 'text' as const, text: words.connects(`/tsunagi connect ${code}`) }] : []),
      { part: 'note', text: words.secret },
    ],
  }
}

export type AccountView = { value: string; place: string; left: boolean }

/** A person's accounts, the one they hear by first. */
export const notifyCard = (
  accounts: readonly AccountView[],
  done: string | undefined,
  text: Catalogue,
): Card => {
  const words = text.connecting.notify
  const heading = done ?? words.heading
  return {
    tag: 'connecting.notify',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      { part: 'list', items: accounts.map((one, at) => accountItem(one, at === 0, text)) },
      { part: 'note', text: accounts.length > 1 ? words.fallback : words.one },
      { part: 'buttons', buttons: accounts.flatMap((one) => unlinkButton(one, text)) },
    ],
  }
}

const accountItem = ({ value, place, left }: AccountView, hears: boolean, text: Catalogue) => {
  const words = text.connecting.notify
  const note = left ? words.left : hears ? words.hears : ''
  const press = { command: 'tsunagi.notify', options: { account: value } }
  return { text: `${place}${note}`, ...(hears || left ? {} : { button: { label: words.choose, press } }) }
}

const unlinkButton = ({ value, place }: AccountView, text: Catalogue): Button[] => {
  const { unlink, unlinkQuestion, yes, no } = text.connecting.notify
  return [
    {
      label: `${unlink}: ${place}`,
      press: { command: 'tsunagi.unlink', options: { account: value } },
      style: 'danger',
      confirm: { question: unlinkQuestion, yes, no },
    },
  ]
}

/** Somebody whom nobody knows, for a coordinator to name. */
export const requestCard = (
  request: { id: string; place: string; name: string | undefined; account: string },
  text: Catalogue,
): Card => {
  const words = text.connecting.request
  const options = { request: request.id }
  return {
    tag: 'connecting.request',
    summary: words.heading,
    parts: [
      { part: 'heading', text: words.heading },
      { part: 'text', text: words.text(request.place) },
      {
        part: 'fields',
        fields: [
          ...(request.name === undefined ? [] : [{ label: words.name, value: request.name }]),
          { label: words.account, value: request.account },
        ],
      },
      {
        part: 'buttons',
        buttons: [
          { label: words.choose, press: { command: 'tsunagi.known', options }, style: 'primary' },
          {
            label: words.decline,
            press: { command: 'tsunagi.decline', options },
            confirm: { question: words.declineQuestion, yes: words.yes, no: words.no },
          },
        ],
      },
    ],
  }
}

/** A coordinator named somebody; it can be taken back. */
export const knownCard = (
  { request, name, member }: { request: string; name: string; member: string },
  text: Catalogue,
): Card => {
  const words = text.connecting.request
  const heading = words.linked(name, member)
  return {
    tag: 'connecting.known',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      {
        part: 'buttons',
        buttons: [{ label: words.undo, press: { command: 'tsunagi.unlink', options: { request } } }],
      },
    ],
  }
}

/** The bot was removed somewhere; `alone`: members who heard nowhere else. */
export const leftCard = (
  { place, until, alone }: { place: string; until: string; alone: readonly string[] },
  text: Catalogue,
): Card => {
  const words = text.connecting.left
  const heading = words.heading(place)
  const most = 10
  const names = alone.slice(0, most)
  const more = alone.length > most ? [words.more(alone.length - most)] : []
  return {
    tag: 'connecting.left',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      { part: 'text', text: words.text(until) },
      ...(alone.length === 0
        ? []
        : ([
            { part: 'text', text: words.elsewhere },
            { part: 'text', text: [...names, ...more].join(text.answers.listSeparator) },
          ] as const)),
    ],
  }
}

/** Direct messages to a member arrive nowhere. */
export const unreachableCard = (member: string, text: Catalogue): Card => {
  const words = text.connecting.unreachable
  const heading = words.heading(member)
  return {
    tag: 'connecting.unreachable',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      { part: 'text', text: words.text },
      { part: 'list', items: words.ways.map((way) => ({ text: way })) },
    ],
  }
}
