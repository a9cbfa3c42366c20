import { planMeetingEvents } from '../../../actions/meeting/meeting-events.ts'
import { EVENTS } from '../../../bot/port.ts'
import { meetingEventCard } from '../../../cards/meeting/meeting.ts'
import { meetingEventKind, meetingEventsKind } from '../../../domain/meeting/notices.ts'
import { hasEvents } from '../../../domain/workspace/platforms.ts'
import { meetingById } from '../../../store/meeting/meetings.ts'
import { sentDeliveries } from '../../../store/outbox/deliveries.ts'
import { chore, notice } from '../notice.ts'

/** Syncs the servers' scheduled events with a meeting that was planned, moved or cancelled. */
export const meetingEvents = chore(meetingEventsKind, {
  act: async ({ scope, region, now, running }) => {
    if (![...running].some(hasEvents)) return 'nowhere'
    await planMeetingEvents(scope, region, now, EVENTS)
    return 'done'
  },
})

/** Upserts a meeting among a server's events. It notifies nobody, so any hour will do. */
export const meetingEvent = notice(meetingEventKind, {
  hours: 'any',
  stillTrue: async ({ scope, region }, payload) => {
    const meeting = await meetingById(scope, payload.meeting)
    const series = region.series.find(({ id }) => id === meeting?.seriesId)
    const body = region.bodies.find(({ id }) => id === series?.body)
    return meeting && series && body ? { meeting, series, body } : 'meeting-gone'
  },
  compose: async ({ scope, region, delivery, now, language, text, payload, found }) => {
    const { meeting } = found
    if (!delivery.key.endsWith(`:${meeting.sequence}`)) return { ok: false, reason: 'changed-again' }
    if (Temporal.Instant.compare(meeting.startsAt, now) <= 0) return { ok: false, reason: 'over' }
    const shown = await sentDeliveries(scope, meetingEventKind.about(payload))
    const isShown = shown.some(({ workspace }) => workspace === delivery.workspace)
    if (meeting.cancelled !== null && !isShown) return { ok: false, reason: 'never-shown' }
    return { ok: true, card: meetingEventCard(found, region.timeZone, language, text) }
  },
})
