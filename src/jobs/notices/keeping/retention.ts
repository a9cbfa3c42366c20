import { deleteExpired, nextRetention } from '../../../actions/keeping/delete-expired.ts'
import { retentionKind } from '../../../domain/keeping/notices.ts'
import { planReminders } from '../../../store/outbox/reminders.ts'
import { chore } from '../notice.ts'

/** Each night: what the region keeps no longer is taken away. */
export const retention = chore(retentionKind, {
  act: async ({ scope, region, now }) => {
    await deleteExpired(scope, region, now)
    await planReminders(scope, [nextRetention(region, now)])
    return 'done'
  },
})
