const TICK_MS = 10_000
const WATCHDOG_MS = 3_600_000
/** Interval at which each worker offers the recurring jobs. */
const BEAT_MS = 2_000

const RECURRING = [
  ['find-due', TICK_MS],
  ['audit-deliveries', WATCHDOG_MS],
] as const

/** Offers a job to the queue, deduplicated to one per `oncePerMs` across all processes. */
export type Offer = (job: string, oncePerMs: number) => Promise<void>

/**
 * Starts the ticker: the sweep every few seconds and the watchdog every hour. Every worker offers both and Redis
 * deduplicates them, so there is no leader to elect and no schedule in Redis that could be lost. Returns its stop.
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
