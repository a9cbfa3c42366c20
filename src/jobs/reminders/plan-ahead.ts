import { planMeetings } from '../../store/meeting-plan.ts'
import { planReminders } from '../../store/reminders.ts'
import { planRotaTurns } from '../../store/rota-turns.ts'
import { nextPlanAhead } from '../../store/standing-reminders.ts'
import { planVisits } from '../../store/visits.ts'
import type { ReminderKind } from './reminder-kind.ts'

/** Monthly: keeps the calendar of meetings filled a year ahead. */
export const planAhead: ReminderKind = {
  kind: 'plan-ahead',
  act: async ({ scope, region, now }) => {
    await planMeetings(scope, region, now)
    await planRotaTurns(scope, region, now)
    await planVisits(scope, region, now)
    await planReminders(scope, [nextPlanAhead(region, now)])
    return 'done'
  },
}
