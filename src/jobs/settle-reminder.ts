import { z } from 'zod'
import type { PeopleSeen } from '../bot/port.ts'
import { settleReminder as settle, takeReminder } from '../store/outbox/reminders.ts'
import { loadRegion } from '../store/region/regions.ts'
import { dueCallsOf } from './find-due.ts'
import { job } from './job.ts'
import { reminderHandler } from './notices/list.ts'

type Looked = { seen: PeopleSeen | undefined }

/**
 * Settles a due reminder: decides by the present facts what to say to whom, and writes the deliveries, the next reminder
 * and the result in one transaction.
 */
export const settleReminder = job({
  id: 'settle-reminder',
  payload: z.object({ region: z.string(), id: z.uuid() }),
  atOnce: 4,
  run: async ({ region: regionId, id }, context) => {
    const { database, clock, platforms } = context
    const now = clock.now()
    const running = new Set(platforms.keys())
    const attempt = (people?: Looked) =>
      database.inRegion(regionId, async (scope) => {
        const reminder = await takeReminder(scope, id, now)
        if (!reminder) return undefined
        const handler = reminderHandler(reminder.kind)
        if (handler.look && !people) return { look: () => handler.look?.(reminder, platforms), due: [] }
        const region = await loadRegion(scope)
        const result = await handler.act({ scope, region, reminder, now, running, people: people?.seen })
        await settle(scope, id, result, now)
        return { look: undefined, due: await dueCallsOf(scope, now) }
      })
    const first = await attempt()
    const settled = first?.look ? await attempt({ seen: await first.look() }) : first
    if (settled === undefined) return { result: 'skipped', reason: 'settled already' }
    await context.enqueue(settled.due)
    return { result: 'done' }
  },
})
