const TICK_MS = 10_000
const WATCHDOG_MS = 3_600_000
/** How often each worker offers the jobs that recur. */
const BEAT_MS = 2_000

const RECURRING = [
  ['find-due', TICK_MS],
  ['audit-deliveries', WATCHDOG_MS],
] as const

/** Offers a job to the queue, which takes one of it in `oncePerMs`, whoever offers. */
export type Offer = (job: string, oncePerMs: number) => Promise<void>

/**
 * Starts the ticker: the tick every few seconds and the watchdog every hour. Every worker offers both, and Redis takes
 * one of each a period: no worker leads, and nothing that a Redis could lose has to be put up again. Returns its stop.
 */
export const startTicker = (offer: Offer, failed: (error: unknown) => void): (() => void) => {
  const beat = async () => {
    for (const [job, everyMs] of RECURRING) await offer(job, everyMs - BEAT_MS / 2)
  }
  const beatQuietly = () => void beat().catch(failed)
  beatQuietly()
  const beats = setInterval(beatQuietly, BEAT_MS)
  return () => clearInterval(beats)
}
