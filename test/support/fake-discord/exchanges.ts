import { choicesFault, messageFault, modalFault } from './check.ts'
import type { Act } from './events.ts'
import { type Body, type Component, type DiscordMessage, EPHEMERAL, type Modal, numbered } from './shapes.ts'

/** One interaction and what came back for it. */
export type Exchange = {
  id: string
  act: Act
  /** The types of the callbacks that were taken: 4 message, 5 and 6 deferred, 7 update, 8 choices, 9 modal. */
  callback?: number
  deferredFlags?: number
  /** What `@original` means. */
  original?: DiscordMessage
  choices?: { name: string; value: string }[]
}

export type Reply = { status: number; body?: unknown }
export type Keep = (channel: string, body: Body, onlyFor?: string) => DiscordMessage

const invalid = (message: string): Reply => ({ status: 400, body: { code: 50035, message } })

/** Discord's rules for answering interactions: one callback each, modals never after modals, deferrals filled in. */
export const exchanges = (keep: Keep, modals: Map<string, Modal>) => {
  const known = new Map<string, Exchange>()
  const visibleTo = (flags: unknown, { user }: Act) =>
    (Number(flags ?? 0) & EPHEMERAL) === 0 ? undefined : user

  const callback = (id: string, { type, data = {} }: { type?: number; data?: Body }): Reply => {
    const exchange = known.get(id)
    if (!exchange) return { status: 404, body: { code: 10062, message: 'Unknown interaction' } }
    if (exchange.callback !== undefined)
      return { status: 400, body: { code: 40060, message: 'Interaction has already been acknowledged.' } }
    const fault = callbackFault(exchange.act, Number(type), data)
    if (fault) return invalid(fault)
    exchange.callback = Number(type)
    const { act } = exchange
    if (type === 4) exchange.original = keep(act.channel, data, visibleTo(data.flags, act))
    if (type === 5) exchange.deferredFlags = Number(data.flags ?? 0)
    if ((type === 6 || type === 7) && act.message) exchange.original = act.message
    if (type === 7 && act.message) act.message.components = numbered(data.components as Component[])
    if (type === 8) exchange.choices = data.choices as { name: string; value: string }[]
    if (type === 9) modals.set(act.user, { ...(data as unknown as Modal), user: act.user })
    return { status: 204 }
  }

  const edit = (exchange: Exchange, body: Body): Reply => {
    const fault = messageFault(body)
    if (fault) return invalid(fault)
    if (exchange.original) exchange.original.components = numbered(body.components as Component[])
    else exchange.original = keep(exchange.act.channel, body, visibleTo(exchange.deferredFlags, exchange.act))
    return { status: 200, body: exchange.original }
  }

  /** What comes after the callback, by the interaction's token. */
  const afterwards = (method: string, token: string, isOriginal: boolean, body: Body): Reply => {
    const exchange = known.get(token.replace('token-', ''))
    if (exchange?.callback === undefined)
      return { status: 404, body: { code: 10015, message: 'Unknown Webhook' } }
    if (method === 'PATCH' && isOriginal) return edit(exchange, body)
    if (method !== 'POST') return { status: 404, body: { code: 0, message: `no route ${method}` } }
    // The first message after a deferral fills it in, whoever it was meant for.
    if (exchange.callback === 5 && !exchange.original) return edit(exchange, body)
    const fault = messageFault(body)
    if (fault) return invalid(fault)
    return { status: 200, body: keep(exchange.act.channel, body, visibleTo(body.flags, exchange.act)) }
  }

  return { known, callback, afterwards }
}

const callbackFault = ({ type: acted, message }: Act, type: number, data: Body): string | undefined => {
  if (acted === 4)
    return type === 8 ? choicesFault((data.choices ?? []) as Body[]) : `callback ${type} to autocompletion`
  switch (type) {
    case 4:
      return messageFault(data)
    case 5:
      return undefined
    case 6:
      return message ? undefined : 'there is no message to update'
    case 7:
      return message ? messageFault(data) : 'there is no message to update'
    case 9:
      return acted === 5 ? 'a modal cannot follow a modal' : modalFault(data)
    default:
      return `callback ${type}`
  }
}
