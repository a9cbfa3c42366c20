import { MEETING_EVENT } from '../../actions/meeting/meeting-events.ts'
import { meetingEventCard } from '../../cards/meeting/meeting.ts'
import { meetingById } from '../../store/meeting/meetings.ts'
import { sentDeliveries } from '../../store/outbox/deliveries.ts'
import type { MessageKind } from './message-kind.ts'

/** A meeting among a server's events, as it stands at the moment of sending. It makes no sound, so any hour will do. */
export const meetingEvent: MessageKind = {
  kind: MEETING_EVENT,
  needsAudience: false,
  outOfHours: true,
  compose: async ({ scope, region, delivery, now, language, text }) => {
    const meeting = await meetingById(scope, delivery.subject)
    const series = region.series.find(({ id }) => id === meeting?.seriesId)
    const body = region.bodies.find(({ id }) => id === series?.body)
    if (!meeting || !series || !body) return { ok: false, reason: 'meeting-gone' }
    if (!delivery.key.endsWith(`:${meeting.sequence}`)) return { ok: false, reason: 'changed-again' }
    if (Temporal.Instant.compare(meeting.startsAt, now) <= 0) return { ok: false, reason: 'over' }
    const shown = await sentDeliveries(scope, MEETING_EVENT, meeting.id)
    const isShown = shown.some(({ workspace }) => workspace === delivery.workspace)
    if (meeting.cancelled !== null && !isShown) return { ok: false, reason: 'never-shown' }
    return { ok: true, card: meetingEventCard({ meeting, series, body }, region.timeZone, language, text) }
  },
}
