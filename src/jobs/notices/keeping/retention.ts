import { closeExpiredSheets } from '../../../actions/handover/sheet-state.ts'
import { deleteExpired, nextRetention } from '../../../actions/keeping/delete-expired.ts'
import { retentionKind } from '../../../domain/keeping/notices.ts'
import { planReminders } from '../../../store/outbox/reminders.ts'
import { chore } from '../notice.ts'

/** Deletes each night what has outlived its retention period, and closes what nobody can answer any more. */
export const retention = chore(retentionKind, {
  act: async ({ scope, region, now }) => {
    await deleteExpired(scope, region, now)
    await closeExpiredSheets(scope, region, now)
    await planReminders(scope, [nextRetention(region, now)])
    return 'done'
  },
})
