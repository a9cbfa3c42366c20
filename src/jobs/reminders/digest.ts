import { planMeetingEvents } from '../../actions/meeting/meeting-events.ts'
import { nextDigest } from '../../actions/region/standing-reminders.ts'
import { EVENTS } from '../../bot/port.ts'
import { isBusinessDay } from '../../domain/calendar/working-calendar.ts'
import { accountFor } from '../../domain/region/accounts.ts'
import { calendarOf } from '../../domain/region/calendar.ts'
import { hasEvents } from '../../domain/workspace/platforms.ts'
import { addDeliveries, type NewDelivery } from '../../store/outbox/deliveries.ts'
import { planReminders } from '../../store/outbox/reminders.ts'
import { digestsToPlan } from '../digest-cache.ts'
import type { ReminderKind } from './reminder-kind.ts'

/** The morning's messages: one for each person who has something to hear. After an outage, only today's. */
export const digest: ReminderKind = {
  kind: 'digest',
  act: async ({ scope, region, reminder, now, context }) => {
    const next = nextDigest(region, now)
    if (next) await planReminders(scope, [next])
    const today = now.toZonedDateTimeISO(region.timeZone).toPlainDate()
    if (!isBusinessDay(calendarOf(region), today)) return 'closed-today'
    const running = new Set(context.platforms.keys())
    if ([...running].some(hasEvents)) await planMeetingEvents(scope, region, now, EVENTS)
    const digests = await digestsToPlan(scope, region, now)
    // What an outage held up keeps its minute; another morning's is said as of now.
    const isOfToday = reminder.subject === today.toString()
    const dueAt = isOfToday ? reminder.dueAt : now
    await addDeliveries(
      scope,
      [...digests.keys()].flatMap((readerId): NewDelivery[] => {
        const place = accountFor(region, readerId, running)
        const key = `digest:${today}:${readerId}`
        return place ? [{ key, kind: 'digest', subject: today.toString(), readerId, place, dueAt }] : []
      }),
    )
    return 'done'
  },
}
