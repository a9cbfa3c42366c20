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

export type Advancing = {
  database: Database
  clock: VirtualClock
  platforms: JobContext['platforms']
  queues: Pick<Queues, 'finish' | 'counts'>
}

/** When something is due next, in any region. */
export const nextDueAt = async (database: Database): Promise<Temporal.Instant | undefined> => {
  const { reminder, delivery } = await database.atGate(async (gate) => ({
    reminder: await nextReminderAt(gate),
    delivery: await nextDeliveryAt(gate, URGENT_KINDS),
  }))
  if (!reminder || !delivery) return reminder ?? delivery
  return Temporal.Instant.compare(reminder, delivery) < 0 ? reminder : delivery
}

/** Rounds that leave the same jobs due at the same instant, each after a longer pause: half a minute of them. */
const MOST_ROUNDS_IN_VAIN = 40
const PAUSE_MS = { first: 2, longest: 1_000 }

/**
 * Lives through the time until `to`: the clock goes from one due instant to the next, and the real jobs do each
 * instant's work before it goes on. `after` is called when an instant's work is done. Throws when a job fails twice
 * at one instant, or jobs of another process stay due there: a bug that waiting does not mend.
 */
export const advance = async (
  { database, clock, platforms, queues }: Advancing,
  to: Temporal.Instant,
  after?: (now: Temporal.Instant) => Promise<void>,
): Promise<void> => {
  let failedAt: { instant: Temporal.Instant; ids: string[] } | undefined
  let dueBefore = ''
  let inVain = 0
  let ended = new Map<string, End>()
  for (;;) {
    const next = await nextDueAt(database)
    if (!next || Temporal.Instant.compare(next, to) > 0) break
    if (Temporal.Instant.compare(next, clock.now()) > 0) clock.set(next)
    const calls = await dueCalls({ database, clock, platforms })
    const due = [next, ...calls.map(({ jobId }) => jobId)].join()
    inVain = due === dueBefore ? inVain + 1 : 0
    dueBefore = due
    if (inVain > MOST_ROUNDS_IN_VAIN)
      throw new Error(
        `jobs stay due: ${due}; they ended ${JSON.stringify([...ended])}; on the queues: ${JSON.stringify(await queues.counts())}`,
      )
    // Another process may hold what is due, and be about to let it go.
    if (inVain > 0) await pause(Math.min(PAUSE_MS.longest, PAUSE_MS.first * 2 ** (inVain - 1)))
    ended = await queues.finish(calls)
    const failed = [...ended].flatMap(([id, { result }]) => (result === 'failed' ? [id] : []))
    const again = failed.filter((id) => failedAt?.instant.equals(next) && failedAt.ids.includes(id))
    if (again.length > 0) throw new Error(`jobs fail again at ${next}: ${again.join(', ')}`)
    failedAt = { instant: next, ids: failed }
    await after?.(clock.now())
  }
  if (Temporal.Instant.compare(to, clock.now()) > 0) clock.set(to)
}
