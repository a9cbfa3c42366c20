import { z } from 'zod'
import { dueDeliveries } from '../store/deliveries.ts'
import { type DueRow, dueReminders } from '../store/reminders.ts'
import { type JobCall, type JobContext, job } from './job.ts'

/** Bounded: a great backlog is worked off in rounds, oldest first. */
const ROUND = 1_000

/** What is due now, as jobs. Reminders first: they make deliveries. */
export const dueCalls = async ({
  database,
  clock,
}: Pick<JobContext, 'database' | 'clock'>): Promise<JobCall[]> => {
  const now = clock.now()
  const { reminders, deliveries } = await database.atGate(async (gate) => ({
    reminders: await dueReminders(gate, now, ROUND),
    deliveries: await dueDeliveries(gate, now, ROUND),
  }))
  return [...reminders.map(callFor('settle-reminder')), ...deliveries.map(callFor('deliver'))]
}

const callFor =
  (job: string) =>
  ({ regionId, id }: DueRow): JobCall => ({ job, jobId: `${job}-${id}`, payload: { region: regionId, id } })

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
