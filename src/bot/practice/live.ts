import type { Conversation, PracticeMessage, PracticeStore } from './practice-store.ts'
import { type ClockView, type LiveEvents, viewOf } from './protocol.ts'

const LOOK_EVERY_MS = 400
const CLOCK_EVERY_MS = 10_000
const BATCH = 200

/** An open page of one member. `seen` is the change number it has been told of. */
export type Viewer = {
  member: string
  seen: number
  sees: (conversation: Conversation) => boolean
  send: <Name extends keyof LiveEvents>(name: Name, data: LiveEvents[Name], id?: number) => Promise<void>
  close: () => void
}

type Options = {
  store: PracticeStore
  clock: () => Promise<ClockView>
  failed: (error: unknown) => void
}

/**
 * Pushes changes to open pages. Polls the store a few times a second while a page is open, since another process may
 * have written; what this process writes is pushed at once through `changed`.
 */
export const liveUpdates = ({ store, clock, failed }: Options) => {
  const viewers = new Set<Viewer>()
  let timers: NodeJS.Timeout[] = []
  let looking: Promise<void> | undefined
  let isStale = false

  const quietly = (act: () => Promise<void>): Promise<void> => act().catch(failed)

  const look = async () => {
    const latest = await store.latestChange()
    const behind = [...viewers].filter((viewer) => viewer.seen < latest)
    await Promise.all(behind.map((viewer) => quietly(() => catchUp(store, viewer))))
  }

  const changed = () => {
    isStale = true
    looking ??= (async () => {
      while (isStale) {
        isStale = false
        await quietly(look)
      }
      looking = undefined
    })()
  }

  const tellClock = () =>
    quietly(async () => {
      if (viewers.size === 0) return
      const view = await clock()
      await Promise.all([...viewers].map((viewer) => quietly(() => viewer.send('clock', view))))
    })

  const stopTimers = () => {
    for (const timer of timers) clearInterval(timer)
    timers = []
  }

  return {
    changed,
    tellClock,
    join: (viewer: Viewer) => {
      viewers.add(viewer)
      if (timers.length === 0) {
        timers = [setInterval(changed, LOOK_EVERY_MS), setInterval(tellClock, CLOCK_EVERY_MS)]
        for (const timer of timers) timer.unref()
      }
      changed()
    },
    leave: (viewer: Viewer) => {
      viewers.delete(viewer)
      if (viewers.size === 0) stopTimers()
    },
    stop: async () => {
      stopTimers()
      for (const viewer of viewers) viewer.close()
      viewers.clear()
      await looking
    },
  }
}

const catchUp = async (store: PracticeStore, viewer: Viewer): Promise<void> => {
  let changes: PracticeMessage[]
  do {
    changes = await store.changes(viewer.seen, BATCH)
    const last = changes.at(-1)
    if (!last) return
    viewer.seen = last.changeNumber
    const visible = changes.filter((message) => viewer.sees(message.conversation))
    if (visible.length > 0) await viewer.send('messages', visible.map(viewOf), viewer.seen)
  } while (changes.length === BATCH)
  await viewer.send('unread', await visibleUnread(store, viewer))
}

/** Unread counts of the conversations that the member sees. */
export const visibleUnread = async (
  store: PracticeStore,
  { member, sees }: Pick<Viewer, 'member' | 'sees'>,
): Promise<LiveEvents['unread']> => {
  const counts = Object.entries(await store.unread(member)) as [Conversation, number][]
  return Object.fromEntries(counts.filter(([conversation, count]) => count > 0 && sees(conversation)))
}
