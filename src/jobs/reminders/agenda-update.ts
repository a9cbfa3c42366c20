import { publishedAgenda } from '../../store/agenda/agendas.ts'
import { addDeliveries, sentDeliveries } from '../../store/outbox/deliveries.ts'
import type { ReminderKind } from './reminder-kind.ts'

/** A published agenda was changed: each post of it is brought to what it is now, where it stands. */
export const agendaUpdate: ReminderKind = {
  kind: 'agenda-update',
  act: async ({ scope, reminder, now }) => {
    const published = await publishedAgenda(scope, reminder.subject)
    if (!published) return 'not-published'
    const posts = await sentDeliveries(scope, 'agenda', reminder.subject)
    await addDeliveries(
      scope,
      posts.flatMap(({ id, platform, workspace, channel }) =>
        channel === null
          ? []
          : [
              {
                key: `agenda-update:${id}:${published.revision}`,
                kind: 'agenda-update',
                subject: reminder.subject,
                place: { platform, workspace, channel },
                dueAt: now,
              },
            ],
      ),
    )
    return 'done'
  },
}
