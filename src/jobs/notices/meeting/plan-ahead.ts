import { planMeetings } from '../../../actions/meeting/meeting-plan.ts'
import { nextPlanAhead } from '../../../actions/region/standing-reminders.ts'
import { planRotaTurns } from '../../../actions/rota/rota-turns.ts'
import { planVisits } from '../../../actions/visit/plan-visits.ts'
import { planAheadKind } from '../../../domain/meeting/notices.ts'
import { planReminders } from '../../../store/outbox/reminders.ts'
import { chore, type PlansAhead } from '../notice.ts'

/** Monthly: keeps the calendar of meetings filled a year ahead, and plans what notices `plan` themselves. */
export const planAhead = (planned: PlansAhead) =>
  chore(planAheadKind, {
    act: async (facts) => {
      const { scope, region, now } = facts
      await planMeetings(scope, region, now)
      await planRotaTurns(scope, region, now)
      await planVisits(scope, region, now)
      await planReminders(scope, [...planned(facts), nextPlanAhead(region, now)])
      return 'done'
    },
  })
