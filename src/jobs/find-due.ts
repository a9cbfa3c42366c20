import { z } from 'zod'
import type { Gate, Scope } from '../store/engine/database.ts'
import { type DueGroup, dueDeliveries } from '../store/outbox/deliveries.ts'
import { usedOfBuckets } from '../store/outbox/rate-limits.ts'
import { dueReminders } from '../store/outbox/reminders.ts'
import { BATCH } from './deliver.ts'
import { type JobCall, type JobContext, job } from './job.ts'
import { URGENT_KINDS } from './notices/list.ts'
import { withRoom } from './rate-limits.ts'

/** Limits of one round: a large backlog is worked off in rounds, oldest first. */
const ROUND = { reminders: 1_000, deliverCalls: 200 }

/** Lists the jobs for what is due now in every region, as far as the platforms' rate limits allow. */
export const dueCalls = ({
  database,
  clock,
  platforms,
}: Pick<JobContext, 'database' | 'clock' | 'platforms'>): Promise<JobCall[]> =>
  database.atGate(async (gate) => {
    const now = clock.now()
    const used = await usedOfBuckets(gate, now)
    return dueCallsOf(gate, now, (due) => withRoom(due, used, platforms))
  })

/** Does the same within a transaction's view. Reminders come first: they make deliveries. */
export const dueCallsOf = async (
  seen: Pick<Gate | Scope, 'tx'>,
  now: Temporal.Instant,
  room: (due: DueGroup[]) => DueGroup[] = (due) => due,
): Promise<JobCall[]> => {
  const reminders = await dueReminders(seen, now, ROUND.reminders)
  const due = room(await dueDeliveries(seen, now, URGENT_KINDS))
  return [...reminders.map(settleCall), ...deliverCalls(due).slice(0, ROUND.deliverCalls)]
}

const settleCall = ({ regionId, id }: { regionId: string; id: string }): JobCall => ({
  job: 'settle-reminder',
  jobId: `settle-reminder-${id}`,
  payload: { region: regionId, id },
})

/** Makes one job a batch, regions interleaved round-robin so that a large one does not starve the others. */
const deliverCalls = (due: readonly DueGroup[]): JobCall[] =>
  [...Map.groupBy(due, ({ regionId }) => regionId)]
    .flatMap(([region, groups]) => {
      const count = groups.reduce((sum, group) => sum + group.count, 0)
      return Array.from({ length: Math.ceil(count / BATCH) }, (_, turn) => ({
        region,
        turn,
        urgent: turn === 0 && groups.some(({ isUrgent }) => isUrgent),
      }))
    })
    .toSorted((one, other) => one.turn - other.turn)
    .map(({ region, turn, urgent }) => ({
      job: 'deliver-due',
      jobId: `deliver-due-${region}-${turn}${urgent ? '-urgent' : ''}`,
      payload: { region },
      urgent,
    }))

/**
 * Sweeps the store for what is due: every few seconds, at start, and when a command made something due. The store is
 * the source of truth: whatever is due and not out is put (back) on the queue, so a queue that lost jobs recovers.
 */
export const findDue = job({
  id: 'find-due',
  payload: z.object({}),
  atOnce: 1,
  run: async (_, context) => {
    const calls = await dueCalls(context)
    if (calls.length === 0) return { result: 'skipped', reason: 'nothing is due' }
    await context.enqueue(calls)
    return { result: 'done' }
  },
})
