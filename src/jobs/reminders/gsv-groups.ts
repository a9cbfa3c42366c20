import { meetingFile } from '../../actions/agenda/agenda-facts.ts'
import { channelsFor } from '../../domain/region/accounts.ts'
import { sessionOf } from '../../store/gsv/gsv-sessions.ts'
import { addDeliveries } from '../../store/outbox/deliveries.ts'
import type { ReminderKind } from './reminder-kind.ts'

/** The groups were confirmed, or changed after that: they are posted to the body's channels, later in their place. */
export const gsvGroups: ReminderKind = {
  kind: 'gsv-groups',
  act: async ({ scope, region, reminder, now, context }) => {
    const file = await meetingFile(scope, region, reminder.subject)
    const session = await sessionOf(scope, reminder.subject)
    if (!file || !session) return 'meeting-gone'
    const channels = channelsFor(region, file.body.id, new Set(context.platforms.keys()))
    await addDeliveries(
      scope,
      channels.map((place) => ({
        key: `gsv-groups:${file.meeting.id}:${session.revision}:${place.platform}:${place.workspace}:${place.channel}`,
        kind: 'gsv-groups',
        subject: file.meeting.id,
        place,
        dueAt: now,
      })),
    )
    return channels.length > 0 ? 'done' : 'no-channel'
  },
}
