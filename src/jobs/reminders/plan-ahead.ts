import { planMeetings } from '../../store/meeting/meeting-plan.ts'
import { planReminders } from '../../store/outbox/reminders.ts'
import { nextPlanAhead } from '../../store/outbox/standing-reminders.ts'
import { planRotaTurns } from '../../store/rota/rota-turns.ts'
import { planVisits } from '../../store/visit/visits.ts'
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
