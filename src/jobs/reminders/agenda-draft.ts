import { meetingFile } from '../../actions/agenda/agenda-facts.ts'
import { publishedAgenda } from '../../store/agenda/agendas.ts'
import { addDeliveries } from '../../store/outbox/deliveries.ts'
import { toCoordinators } from '../to-coordinators.ts'
import type { ReminderKind } from './reminder-kind.ts'

/** Shows the draft agenda to the coordinators, some days before it goes out. */
export const agendaDraft: ReminderKind = {
  kind: 'agenda-draft',
  act: async ({ scope, region, reminder, now, context }) => {
    const file = await meetingFile(scope, region, reminder.subject)
    if (!file) return 'meeting-gone'
    if (await publishedAgenda(scope, file.meeting.id)) return 'published-already'
    const message = { kind: 'agenda-draft', subject: file.meeting.id, dueAt: now }
    await addDeliveries(
      scope,
      toCoordinators(region, new Set(context.platforms.keys()), `agenda-draft:${file.meeting.id}`, message),
    )
    return 'done'
  },
}
