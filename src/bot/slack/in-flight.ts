import type { App } from '@slack/bolt'
import type { Logger } from 'pino'

type ReceiverEvent = Parameters<App['processEvent']>[0]

/** What is being answered, so that a stop can wait for it. */
export type UnderWay = {
  /** Has every event acknowledged, whether anybody listens for it or not: Slack shows an error after 3 s without. */
  watch(app: App): void
  /** Does work after its acknowledgement; a failure goes to the log. */
  background(work: () => Promise<void>): void
  stopping(): boolean
  /** From now on nothing new is taken. Resolves when what came is acknowledged. */
  acknowledged(): Promise<void>
  /** Resolves when everything is answered. */
  done(): Promise<void>
}

export const underWay = (log: Logger): UnderWay => {
  const acknowledging = new Set<Promise<unknown>>()
  const running = new Set<Promise<unknown>>()
  let stopping = false
  const track = (all: Set<Promise<unknown>>, work: Promise<unknown>): void => {
    all.add(work)
    void work.finally(() => all.delete(work))
  }
  const failed = (error: unknown) => log.error({ error }, 'slack: an answer was not shown')
  return {
    watch: (app) => {
      const listen = app.processEvent.bind(app)
      app.processEvent = async (event) => {
        const work = acknowledgedBy(listen, event).catch(failed)
        track(acknowledging, work)
        await work
      }
    },
    background: (work) => track(running, work().catch(failed)),
    stopping: () => stopping,
    acknowledged: async () => {
      stopping = true
      await Promise.allSettled(acknowledging)
    },
    done: async () => {
      while (running.size > 0) await Promise.allSettled(running)
    },
  }
}

const acknowledgedBy = async (listen: App['processEvent'], event: ReceiverEvent): Promise<void> => {
  let acknowledged = false
  const ack: ReceiverEvent['ack'] = async (response) => {
    acknowledged = true
    await event.ack(response)
  }
  try {
    await listen({ ...event, ack })
  } finally {
    // Also of what could not be read: a request without an answer stays open.
    if (!acknowledged) await event.ack()
  }
}
