import type { Conversation } from '../practice-store.ts'
import type {
  AdvanceView,
  AnswerView,
  Leap,
  MessageView,
  PageView,
  RefusalReason,
  RefusalView,
  StartView,
  ThreadView,
  WorkspaceView,
} from '../protocol.ts'
import type { InteractRequest } from '../requests.ts'
import { language, me } from './state.ts'

/** `lost`: it may have arrived. Retrying with the same event is idempotent. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; reason: RefusalReason | 'lost' }

/**
 * Makes an idempotency key for one thing a person does. `crypto.randomUUID` is missing on pages that are not from this
 * machine.
 */
export const newEvent = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )

export const getStart = () => call<StartView>(`/api/start?language=${language.value}`)
export const getWorkspace = () => call<WorkspaceView>(`${mine()}/workspace`)

export const getMessages = (conversation: Conversation, before?: number) => {
  const query = new URLSearchParams({ conversation })
  if (before !== undefined) query.set('before', `${before}`)
  return call<PageView>(`${mine()}/messages?${query}`)
}

export const getThread = (message: string) =>
  call<ThreadView>(`${mine()}/threads/${encodeURIComponent(message)}`)

export const postSay = (what: {
  event: string
  conversation: Conversation
  text: string
  threadOf?: string
}) => call<MessageView>(`${mine()}/say`, what)

type Without<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never

export const postInteract = (what: Without<InteractRequest, 'language'>) =>
  call<AnswerView>(`${mine()}/interact`, { ...what, language: language.value })

export const postRead = (conversation: Conversation, sequence: number) =>
  call<unknown>(`${mine()}/read`, { conversation, sequence })

export const postAdvance = (event: string, to: Leap) => call<AdvanceView>('/api/clock/advance', { event, to })

export const liveAddress = (since: number): string => `${mine()}/live?since=${since}`

const mine = (): string => `/api/as/${encodeURIComponent(me.value)}`

const call = async <Value>(path: string, body?: unknown): Promise<Result<Value>> => {
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  try {
    const response = await fetch(path, body === undefined ? {} : post)
    if (response.ok) {
      const value: Value = await response.json()
      return { ok: true, value }
    }
    const refusal: RefusalView = await response.json()
    return { ok: false, reason: refusal.reason }
  } catch {
    return { ok: false, reason: 'lost' }
  }
}
