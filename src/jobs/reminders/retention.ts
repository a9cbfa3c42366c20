import { deleteExpired, nextRetention } from '../../actions/keeping/delete-expired.ts'
import { planReminders } from '../../store/outbox/reminders.ts'
import type { ReminderKind } from './reminder-kind.ts'

/** Each night: what the region keeps no longer is taken away. */
export const retention: ReminderKind = {
  kind: 'retention',
  act: async ({ scope, region, now }) => {
    await deleteExpired(scope, region, now)
    await planReminders(scope, [nextRetention(region, now)])
    return 'done'
  },
}
