import type { Card } from '../../src/bot/card.ts'
import type { FormView } from '../../src/bot/form.ts'
import type { Attachment, Place, Platform, Reply } from '../../src/bot/port.ts'
import type { PlatformName } from '../../src/domain/workspace/platforms.ts'
import { cardText, replyText, settled } from './readable.ts'

/** What came to a place: a message, a change of one. */
export type Arrived = { at: string; how: 'post' | 'update'; where: string; user?: string; card: Card }

/** What is said once more word for word is named by where it was said first; less than this is said again. */
const SHORT = 160

/** Everything that was seen, as one text for each file. */
export const recorder = () => {
  const lines = new Map<string, string[]>()
  const first = new Map<string, string>()
  const cards = new Map<string, Card>()
  const forms = new Map<string, FormView>()
  const files = new Map<string, Attachment>()

  const see = (card: Card): void => {
    const known = cards.get(card.tag)
    if (!known || JSON.stringify(known).length < JSON.stringify(card).length) cards.set(card.tag, card)
  }
  const write = (file: string, label: string, said: string): void => {
    const body = settled(said)
    const before = first.get(body)
    if (before === undefined) first.set(body, label)
    const shown = before === undefined || body.length < SHORT ? body : `= ${before}`
    lines.set(file, [...(lines.get(file) ?? []), `━━ ${label}\n${shown}\n`])
  }
  return {
    /** The longest card of each tag, the longest form of each command, the newest file of each name. */
    cards,
    forms,
    files,
    heard: (file: string, label: string, reply: Reply): void => {
      write(file, settled(label), replyText(reply))
      if (reply.kind === 'card' || reply.kind === 'replace' || reply.kind === 'home') see(reply.card)
      if (reply.kind === 'card') for (const one of reply.files ?? []) files.set(one.name, one)
      if (reply.kind !== 'form') return
      const known = forms.get(reply.form.press.command)
      if (!known || JSON.stringify(known).length < JSON.stringify(reply.form).length)
        forms.set(reply.form.press.command, reply.form)
    },
    arrived: ({ at, how, where, card }: Arrived): void => {
      see(card)
      const [noun] = card.tag.split('.')
      write(`messages/${noun}.txt`, `${at} ${how === 'post' ? '' : 'changed '}to ${where}`, cardText(card))
    },
    texts: (): Record<string, string> =>
      Object.fromEntries([...lines].map(([file, entries]) => [file, entries.join('\n')])),
  }
}
export type Recorder = ReturnType<typeof recorder>

type Refuses = (place: Place) => boolean

/** A chat system on which everything arrives, but where `refuses` says otherwise; `readers`: who reads a channel. */
export const recordingPlatform = (
  name: PlatformName,
  at: () => string,
  readers: (channel: string) => { members: readonly string[]; isSharedOutside?: boolean },
  people: { user: string; name: string }[],
  refuses: Refuses = () => false,
): { platform: Platform; arrived: Arrived[] } => {
  const arrived: Arrived[] = []
  const messages: { key: string; place: Place }[] = []
  const where = (place: Place) =>
    'user' in place ? `${place.user} (${place.platform})` : `${place.channel} (${place.platform})`
  const refOf = (place: Place, index: number) => ({
    platform: place.platform,
    workspace: place.workspace,
    channel: 'channel' in place ? place.channel : place.user,
    message: String(index + 1),
  })
  const platform: Platform = {
    name,
    limits: 'unlimited',
    post: async (place, card, key) => {
      if (refuses(place)) return { ok: false, failure: 'refused', reason: 'closed-to-bots', detail: '50007' }
      const user = 'user' in place ? { user: place.user } : {}
      arrived.push({ at: at(), how: 'post', where: where(place), card, ...user })
      messages.push({ key, place })
      return { ok: true, message: refOf(place, messages.length - 1) }
    },
    find: async (place, key) => {
      const index = messages.findIndex((one) => one.key === key)
      return { ok: true, message: index < 0 ? undefined : refOf(place, index) }
    },
    update: async ({ channel }, card) => {
      arrived.push({ at: at(), how: 'update', where: `${channel} (${name})`, card })
      return { ok: true }
    },
    pin: async () => ({ ok: true }),
    openThread: async () => ({ ok: true }),
    audience: async (place) => ({
      ok: true,
      audience: {
        isPrivate: true,
        isSharedOutside: false,
        ...('channel' in place ? readers(place.channel) : { members: [place.user] }),
      },
    }),
    people: async () => ({ ok: true, people }),
    stop: async () => undefined,
  }
  return { platform, arrived }
}

/** In an order of its own: jobs of one instant run side by side. */
export const inOrder = (arrived: readonly Arrived[]): Arrived[] => {
  const keyOf = ({ at, where, how, card }: Arrived) => `${at} ${where} ${how} ${settled(cardText(card))}`
  return arrived.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}
