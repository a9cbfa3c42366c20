import type { App } from '@slack/bolt'
import type { Logger } from 'pino'
import { inFlight } from '../kit/in-flight.ts'

type ReceiverEvent = Parameters<App['processEvent']>[0]

/** Answers in flight, so that a stop can wait for them. */
export type Answering = {
  /** Has every event acknowledged, whether anybody listens for it or not: Slack shows an error after 3 s without. */
  watch(app: App): void
  /** Does work after its acknowledgement; a failure goes to the log. */
  background(work: () => Promise<void>): void
  stopping(): boolean
  /** Takes nothing new from now on. Resolves when everything received is acknowledged. */
  acknowledged(): Promise<void>
  /** Resolves when everything is answered. */
  done(): Promise<void>
}

export const answering = (log: Logger): Answering => {
  const acknowledging = inFlight()
  const running = inFlight()
  let stopping = false
  const failed = (error: unknown) => log.error({ error }, 'slack: an answer was not shown')
  return {
    watch: (app) => {
      const listen = app.processEvent.bind(app)
      app.processEvent = (event) => acknowledging.track(acknowledgedBy(listen, event).catch(failed))
    },
    background: (work) => void running.track(work().catch(failed)),
    stopping: () => stopping,
    acknowledged: () => {
      stopping = true
      return acknowledging.drain()
    },
    done: running.drain,
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
    // Also for an unreadable request: without a response it stays open.
    if (!acknowledged) await event.ack()
  }
}
