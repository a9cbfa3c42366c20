import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { type Button, type Card, type ChatPart, inChat } from '../../src/bot/card.ts'
import type { FormView } from '../../src/bot/form.ts'
import { practiceWorkspace } from '../../src/bot/practice/practice.ts'
import type { Conversation } from '../../src/bot/practice/practice-store.ts'
import type { AnswerView, MessageView, PageView } from '../../src/bot/practice/protocol.ts'
import type { Answer, AnswerField, Driver, Seen, StartDriver } from './driver.ts'
import { practiceMemoryStore } from './practice-memory-store.ts'
import { serveOnLoopback } from './practice-server.ts'

const WORKSPACE = 'region-practice'
const NOW = Temporal.Instant.from('2026-11-20T05:00:00Z')

type Open = { form: FormView; conversation: Conversation }
type Known = { card: Card; conversation: Conversation; message?: string }

/** Plays people in the practice workspace over its HTTP interface, as the page does. */
export const startPracticeDriver: StartDriver = async ({ dispatch, commands, users, channels }) => {
  const store = practiceMemoryStore({
    id: WORKSPACE,
    name: '練習圏域',
    members: users.map((id) => ({ id, name: id, office: '', role: '' })),
    channels: channels.map((channel) => ({ ...channel, name: channel.id, topic: '' })),
  })
  const time = {
    now: () => NOW,
    timeZone: 'Asia/Tokyo',
    next: async () => undefined,
    advance: async () => ({ now: NOW, delivered: 0 }),
  }
  const { platform, app } = practiceWorkspace({
    dispatch,
    commands,
    store,
    time,
    log: pino({ level: 'silent' }),
  })
  const server = await serveOnLoopback(app)
  const driver = practiceDriver(server.origin, async () => {
    await platform.stop()
    await server.close()
  })
  return { platform, driver }
}

const practiceDriver = (origin: string, stop: () => Promise<void>): Driver => {
  const forms = new Map<string, Open>()
  const known = new Map<string, Known>()

  const see = (card: Card, conversation: Conversation, message?: string): Seen => {
    const id = message ?? randomUUID()
    known.set(id, { card, conversation, ...(message === undefined ? {} : { message }) })
    return seenOf(id, card)
  }
  const seeMessage = (message: MessageView): Seen =>
    message.content.kind === 'card'
      ? see(message.content.card, message.conversation, message.id)
      : { id: message.id, text: message.content.text, buttons: [] }

  const interact = async (user: string, conversation: Conversation, what: object): Promise<Answer> => {
    const path = `/api/as/${encodeURIComponent(user)}/interact`
    const body = { event: randomUUID(), language: 'ja', conversation, ...what }
    const answer = await call<AnswerView>(origin, path, body)
    switch (answer.kind) {
      case 'card':
      case 'replace':
      case 'home':
        return { kind: 'message', visibleTo: 'asker', seen: see(answer.card, conversation) }
      case 'posted':
      case 'replaced':
        return { kind: 'message', visibleTo: 'channel', seen: seeMessage(answer.message) }
      case 'form':
        forms.set(user, { form: answer.form, conversation })
        return { kind: 'form', title: answer.form.title, fields: answer.form.fields.map(fieldOf()) }
      case 'correct': {
        forms.set(user, { form: answer.form, conversation })
        const { general, fields } = answer.faults
        return {
          kind: 'form',
          title: answer.form.title,
          ...(general === undefined ? {} : { general }),
          fields: answer.form.fields.map(fieldOf(fields)),
        }
      }
      case 'suggestions':
      case 'nothing':
        return { kind: 'nothing' }
      default:
        return answer satisfies never
    }
  }

  const read = async (user: string, conversation: Conversation): Promise<Seen[]> => {
    const query = new URLSearchParams({ conversation })
    const page = await call<PageView>(origin, `/api/as/${encodeURIComponent(user)}/messages?${query}`)
    return page.messages.map(seeMessage)
  }

  return {
    name: 'practice',
    workspace: WORKSPACE,
    account: (user) => ({ platform: 'practice', workspace: WORKSPACE, user }),
    types: (user, line, channel) =>
      interact(user, channel === undefined ? `direct:${user}` : `channel:${channel}`, {
        kind: 'words',
        words: line.replace(/^\//, ''),
      }),
    fills: async (user, values) => {
      const open = forms.get(user)
      if (!open) throw new Error(`${user} has no form open`)
      const { press, fields } = open.form
      const held = Object.fromEntries(fields.map((field) => [field.name, field.initial ?? '']))
      const answer = await interact(user, open.conversation, {
        kind: 'submit',
        press,
        values: { ...held, ...values },
      })
      if (answer.kind !== 'form') forms.delete(user)
      return answer
    },
    presses: async (user, label, on) => {
      const seen = known.get(on.id)
      const button = seen && buttonsOf(seen.card).find((one) => one.label === label)
      if (!seen || !button) throw new Error(`${user} sees no button 「${label}」`)
      const { conversation, message } = seen
      return interact(user, conversation, { kind: 'run', press: button.press, message })
    },
    inChannel: async (channel) => {
      const [first] = await membersWhoSee(origin, channel)
      if (first === undefined) throw new Error(`nobody sees the channel ${channel}`)
      return read(first, `channel:${channel}`)
    },
    inDirect: (user) => read(user, `direct:${user}`),
    stop,
  }
}

const membersWhoSee = async (origin: string, channel: string): Promise<string[]> => {
  const { members } = await call<{ members: { id: string }[] }>(origin, '/api/start?language=ja')
  const seeing = await Promise.all(
    members.map(async ({ id }) => {
      const workspace = await call<{ conversations: { id: string }[] }>(
        origin,
        `/api/as/${encodeURIComponent(id)}/workspace`,
      )
      return workspace.conversations.some((one) => one.id === `channel:${channel}`) ? [id] : []
    }),
  )
  return seeing.flat()
}

const call = async <Value>(origin: string, path: string, body?: object): Promise<Value> => {
  const headers = { 'content-type': 'application/json', origin }
  const init = body === undefined ? {} : { method: 'POST', headers, body: JSON.stringify(body) }
  const response = await fetch(`${origin}${path}`, init)
  const answer = (await response.json()) as Value
  if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(answer)}`)
  return answer
}

const fieldOf =
  (faults: Record<string, string> = {}) =>
  (field: FormView['fields'][number]): AnswerField => {
    const fault = faults[field.name]
    const choices =
      'choices' in field ? field.choices.map(({ value, label }) => ({ value, label })) : undefined
    return {
      name: field.name,
      label: field.label,
      value: field.initial ?? '',
      ...(fault === undefined ? {} : { fault }),
      ...(choices === undefined ? {} : { choices }),
    }
  }

const buttonsOf = (card: Card): Button[] =>
  card.parts.flatMap((part) => {
    if (part.part === 'buttons') return part.buttons
    return part.part === 'list' ? part.items.flatMap(({ button }) => button ?? []) : []
  })

const seenOf = (id: string, card: Card): Seen => ({
  id,
  text: card.parts.flatMap((part) => linesOf(inChat(part))).join('\n'),
  buttons: buttonsOf(card).map(({ label }) => ({ label })),
})

const linesOf = (part: ChatPart): string[] => {
  switch (part.part) {
    case 'heading':
    case 'text':
    case 'note':
      return [part.text]
    case 'fields':
      return part.fields.map(({ label, value }) => `${label}: ${value}`)
    case 'list':
      return part.items.flatMap(({ text, detail }) => [text, ...(detail === undefined ? [] : [detail])])
    case 'table':
      return [part.columns, ...part.rows].map((row) => row.join(' '))
    case 'select':
      return [part.label]
    case 'divider':
    case 'buttons':
      return []
    default:
      return part satisfies never
  }
}
