import { z } from 'zod'
import type { Gate, Scope } from '../store/database.ts'
import { dueDeliveries } from '../store/deliveries.ts'
import { dueReminders } from '../store/reminders.ts'
import { TOGETHER } from './deliver.ts'
import { type JobCall, type JobContext, job } from './job.ts'

/** Bounded: a great backlog is worked off in rounds, oldest first. */
const ROUND = { reminders: 1_000, deliveries: 20_000 }

/** What is due now in every region, as jobs. */
export const dueCalls = ({ database, clock }: Pick<JobContext, 'database' | 'clock'>): Promise<JobCall[]> =>
  database.atGate((gate) => dueCallsOf(gate, clock.now()))

/** What is due as far as the transaction sees. Reminders first: they make deliveries. */
export const dueCallsOf = async (
  seen: Pick<Gate | Scope, 'tx'>,
  now: Temporal.Instant,
): Promise<JobCall[]> => {
  const reminders = await dueReminders(seen, now, ROUND.reminders)
  const deliveries = await dueDeliveries(seen, now, ROUND.deliveries)
  return [...reminders.map(settleCall), ...deliverCalls(deliveries)]
}

const settleCall = ({ regionId, id }: { regionId: string; id: string }): JobCall => ({
  job: 'settle-reminder',
  jobId: `settle-reminder-${id}`,
  payload: { region: regionId, id },
})

/** As many jobs for a region as its messages need: the first of each region, then the second of each. */
const deliverCalls = (due: readonly { regionId: string; count: number }[]): JobCall[] =>
  due
    .flatMap(({ regionId: region, count }) =>
      Array.from({ length: Math.ceil(count / TOGETHER) }, (_, turn) => ({ region, turn })),
    )
    .toSorted((one, other) => one.turn - other.turn)
    .map(({ region, turn }) => ({
      job: 'deliver-due',
      jobId: `deliver-due-${region}-${turn}`,
      payload: { region },
    }))

/**
 * The tick: every few seconds, at start, and when a command made something due. The store is the truth: whatever is
 * due and not out is put (back) on the queue.
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
