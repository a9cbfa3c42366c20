import { z } from 'zod'
import { loadRegion } from '../store/regions.ts'
import { settleReminder as settle, takeReminder } from '../store/reminders.ts'
import { dueCalls } from './find-due.ts'
import { job } from './job.ts'
import { reminderKind } from './reminders/registry.ts'

/**
 * A reminder's instant has come: decides on the facts of now what is to be said to whom, and writes that, the next
 * reminder and the settling in one transaction.
 */
export const settleReminder = job({
  id: 'settle-reminder',
  payload: z.object({ region: z.string(), id: z.uuid() }),
  atOnce: 4,
  run: async ({ region: regionId, id }, context) => {
    const { database, clock } = context
    const now = clock.now()
    const settled = await database.inRegion(regionId, async (scope) => {
      const reminder = await takeReminder(scope, id, now)
      if (!reminder) return undefined
      const region = await loadRegion(scope)
      const result = await reminderKind(reminder.kind).act({ scope, region, reminder, now, context })
      await settle(scope, id, result, now)
      return result
    })
    if (settled === undefined) return { result: 'skipped', reason: 'settled already' }
    await context.enqueue(await dueCalls(context))
    return { result: 'done' }
  },
})
