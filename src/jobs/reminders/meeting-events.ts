import { planMeetingEvents } from '../../actions/meeting/meeting-events.ts'
import { EVENTS } from '../../bot/port.ts'
import { hasEvents } from '../../domain/workspace/platforms.ts'
import type { ReminderKind } from './reminder-kind.ts'

/** A meeting was decided, moved or called off: the servers' events follow. */
export const meetingEvents: ReminderKind = {
  kind: 'meeting-events',
  act: async ({ scope, region, now, context }) => {
    if (![...context.platforms.keys()].some(hasEvents)) return 'nowhere'
    await planMeetingEvents(scope, region, now, EVENTS)
    return 'done'
  },
}
