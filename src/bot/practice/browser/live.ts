import type { LiveEvents, MessageView } from '../protocol.ts'
import { liveAddress } from './api.ts'
import { markRead, refreshHome, takeMessages } from './messages.ts'
import { say } from './notices.ts'
import { clock, conversations, isConnected, me, opened, start, unread } from './state.ts'
import { words } from './words.ts'

const AGAIN_MS = 2_000
/** Closes the connection of a hidden window after this: browsers keep few connections to one server. */
const REST_MS = 60_000

let source: EventSource | undefined
let last = 0
let resting: ReturnType<typeof setTimeout> | undefined

/** Follows what changes for the member now acting, from a change number on. The browser reconnects by itself. */
export const joinLive = (since: number): void => {
  source?.close()
  last = since
  const joined = new EventSource(liveAddress(since))
  source = joined
  on(joined, 'messages', (messages, id) => {
    last = Number(id) || last
    announce(messages)
    takeMessages(messages)
    if (opened.value.startsWith('direct:')) void refreshHome()
  })
  on(joined, 'unread', (counts) => {
    unread.value = isLooking() ? { ...counts, [opened.value]: 0 } : counts
  })
  on(joined, 'clock', (view) => {
    clock.value = view
  })
  joined.onopen = () => {
    isConnected.value = true
  }
  joined.onerror = () => {
    if (source === joined) retry(joined)
  }
}

/** Reconnects after a refusal: unlike a lost connection it ends an EventSource for good. */
const retry = (joined: EventSource): void => {
  isConnected.value = false
  if (joined.readyState !== EventSource.CLOSED) return
  setTimeout(() => {
    if (source === joined) joinLive(last)
  }, AGAIN_MS)
}

/** Catches up with what came meanwhile when the window is shown again. */
export const watchVisibility = (): void => {
  document.addEventListener('visibilitychange', () => {
    clearTimeout(resting)
    if (!isLooking()) {
      resting = setTimeout(() => source?.close(), REST_MS)
      return
    }
    if (source?.readyState === EventSource.CLOSED) joinLive(last)
    void markRead(opened.value)
  })
}

const isLooking = (): boolean => document.visibilityState === 'visible'

const on = <Name extends keyof LiveEvents>(
  from: EventSource,
  name: Name,
  take: (data: LiveEvents[Name], id: string) => void,
): void => {
  from.addEventListener(name, (event: MessageEvent<string>) => {
    if (source !== from) return
    const data: LiveEvents[Name] = JSON.parse(event.data)
    take(data, event.lastEventId)
  })
}

/** Tells a screen reader what came in, in a line for each message. */
const announce = (messages: readonly MessageView[]): void => {
  const lines = messages.filter(({ author }) => author !== me.value).map(lineFor)
  if (lines.length > 0) say(lines.join(' '))
}

const lineFor = ({ author, content, conversation }: MessageView): string => {
  const text = words.value.conversation
  const said = content.kind === 'card' ? content.card.summary : content.text
  const name = start.value?.members.find(({ id }) => id === author)?.name
  const what = author === undefined ? text.fromBot(said) : text.fromPerson(name ?? author, said)
  if (conversation === opened.value) return what
  const place = conversations.value.find(({ id }) => id === conversation)?.name || words.value.brand
  return text.elsewhere(place, what)
}
