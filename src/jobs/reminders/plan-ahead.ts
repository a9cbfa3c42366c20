import { forgetCodes } from '../../store/connect-codes.ts'
import { forgetFormDrafts } from '../../store/form-drafts.ts'
import { planMeetings } from '../../store/meeting-plan.ts'
import { purgeOldMinutes } from '../../store/purge-minutes.ts'
import { forgetEvents } from '../../store/received-events.ts'
import { planReminders } from '../../store/reminders.ts'
import { planRotaTurns } from '../../store/rota-turns.ts'
import { nextPlanAhead } from '../../store/standing-reminders.ts'
import { planVisits } from '../../store/visits.ts'
import type { ReminderKind } from './reminder-kind.ts'

/** Monthly: keeps the calendar of meetings filled a year ahead, and no minutes longer than the region does. */
export const planAhead: ReminderKind = {
  kind: 'plan-ahead',
  act: async ({ scope, region, now }) => {
    await planMeetings(scope, region, now)
    await planRotaTurns(scope, region, now)
    await planVisits(scope, region, now)
    await forgetEvents(scope, now.subtract({ hours: 24 * 7 }))
    await forgetFormDrafts(scope, now.subtract({ hours: 24 * 31 }))
    await forgetCodes(scope, now.subtract({ hours: 24 * 7 }))
    await purgeOldMinutes(scope, region, now)
    await planReminders(scope, [nextPlanAhead(region, now)])
    return 'done'
  },
}
