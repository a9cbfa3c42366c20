import { channelsFor } from '../../domain/region/accounts.ts'
import { leaveToDigest, meetingChange } from '../../store/meeting/meeting-changes.ts'
import { meetingById } from '../../store/meeting/meetings.ts'
import { addDeliveries, type NewDelivery } from '../../store/outbox/deliveries.ts'
import type { ReminderKind } from './reminder-kind.ts'

/** A meeting of these days was moved or cancelled: its body's channels are told at once. */
export const meetingChanged: ReminderKind = {
  kind: 'meeting-changed',
  act: async ({ scope, region, reminder, now, context }) => {
    const change = await meetingChange(scope, reminder.subject)
    const meeting = change && (await meetingById(scope, change.meetingId))
    const series = region.series.find(({ id }) => id === meeting?.seriesId)
    if (!change || !series) return 'meeting-gone'
    const channels = channelsFor(region, series.body, new Set(context.platforms.keys()))
    if (channels.length === 0) {
      await leaveToDigest(scope, change.id)
      return 'no-channel'
    }
    await addDeliveries(
      scope,
      channels.map(
        (place): NewDelivery => ({
          key: `meeting-changed:${change.id}:${place.platform}:${place.workspace}:${place.channel}`,
          kind: 'meeting-changed',
          subject: change.id,
          place,
          dueAt: now,
        }),
      ),
    )
    return 'done'
  },
}
