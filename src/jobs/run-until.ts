import { setTimeout as pause } from 'node:timers/promises'
import type { VirtualClock } from '../domain/calendar/clock.ts'
import type { Database } from '../store/engine/database.ts'
import { nextDeliveryAt } from '../store/outbox/deliveries.ts'
import { nextReminderAt } from '../store/outbox/reminders.ts'
import type { End } from './await-jobs.ts'
import { dueCalls } from './find-due.ts'
import type { JobContext } from './job.ts'
import { URGENT_KINDS } from './notices/list.ts'
import type { Queues } from './queues.ts'

type Running = {
  database: Database
  clock: VirtualClock
  platforms: JobContext['platforms']
  queues: Pick<Queues, 'finish' | 'counts'>
}

/** Finds the next due instant of any region. */
export const nextDueAt = async (database: Database): Promise<Temporal.Instant | undefined> => {
  const { reminder, delivery } = await database.atGate(async (gate) => ({
    reminder: await nextReminderAt(gate),
    delivery: await nextDeliveryAt(gate, URGENT_KINDS),
  }))
  if (!reminder || !delivery) return reminder ?? delivery
  return Temporal.Instant.compare(reminder, delivery) < 0 ? reminder : delivery
}

/** Retries, with backoff, of an instant whose jobs stay due: half a minute in all. */
const MOST_IDLE_ROUNDS = 40
const PAUSE_MS = { first: 2, longest: 1_000 }

/**
 * Runs the product on a virtual clock until `to`: sets the clock to one due instant after the other, and waits until the
 * real jobs have done each instant's work. `after` is called when an instant's work is done. Throws when a job fails
 * twice at one instant, or jobs of another process stay due there: a bug that waiting does not mend.
 */
export const runUntil = async (
  { database, clock, platforms, queues }: Running,
  to: Temporal.Instant,
  after?: (now: Temporal.Instant) => Promise<void>,
): Promise<void> => {
  let failedAt: { instant: Temporal.Instant; ids: string[] } | undefined
  let dueBefore = ''
  let idle = 0
  let ended = new Map<string, End>()
  for (;;) {
    const next = await nextDueAt(database)
    if (!next || Temporal.Instant.compare(next, to) > 0) break
    if (Temporal.Instant.compare(next, clock.now()) > 0) clock.set(next)
    const calls = await dueCalls({ database, clock, platforms })
    const due = [next, ...calls.map(({ jobId }) => jobId)].join()
    idle = due === dueBefore ? idle + 1 : 0
    dueBefore = due
    if (idle > MOST_IDLE_ROUNDS)
      throw new Error(
        `jobs stay due: ${due}; they ended ${JSON.stringify([...ended])}; on the queues: ${JSON.stringify(await queues.counts())}`,
      )
    // Back off: another process may hold a lease on what is due.
    if (idle > 0) await pause(Math.min(PAUSE_MS.longest, PAUSE_MS.first * 2 ** (idle - 1)))
    ended = await queues.finish(calls)
    const failed = [...ended].flatMap(([id, { result }]) => (result === 'failed' ? [id] : []))
    const again = failed.filter((id) => failedAt?.instant.equals(next) && failedAt.ids.includes(id))
    if (again.length > 0) throw new Error(`jobs fail again at ${next}: ${again.join(', ')}`)
    failedAt = { instant: next, ids: failed }
    await after?.(clock.now())
  }
  if (Temporal.Instant.compare(to, clock.now()) > 0) clock.set(to)
}
