import { planMeetingEvents } from '../../actions/meeting/meeting-events.ts'
import { EVENTS } from '../../bot/port.ts'
import { channelsFor } from '../../domain/region/accounts.ts'
import { hasEvents } from '../../domain/workspace/platforms.ts'
import { addDeliveries, type NewDelivery } from '../../store/outbox/deliveries.ts'
import type { ReminderKind } from './reminder-kind.ts'

/** A year's calendar was confirmed: each body that has series hears of its own, once. */
export const yearCalendarConfirmed: ReminderKind = {
  kind: 'year-calendar',
  act: async ({ scope, region, reminder, now, context }) => {
    const running = new Set(context.platforms.keys())
    const bodies = [...new Set(region.series.map(({ body }) => body))]
    await addDeliveries(
      scope,
      bodies.flatMap((body) =>
        channelsFor(region, body, running).map(
          (place): NewDelivery => ({
            key: `year-calendar:${reminder.subject}:${body}:${place.platform}:${place.workspace}:${place.channel}`,
            kind: 'year-calendar',
            subject: `${reminder.subject} ${body}`,
            place,
            dueAt: now,
          }),
        ),
      ),
    )
    if ([...running].some(hasEvents)) await planMeetingEvents(scope, region, now, EVENTS)
    return 'done'
  },
}
