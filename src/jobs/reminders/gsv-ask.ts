import { meetingFile } from '../../actions/agenda/agenda-facts.ts'
import { askForGsv } from '../../actions/gsv/gsv-of-month.ts'
import { publishedAgenda } from '../../store/agenda/agendas.ts'
import type { ReminderKind } from './reminder-kind.ts'

/** On the morning when a meeting's summaries are asked for: a month that has no GSV yet gets a presenter. */
export const gsvAsk: ReminderKind = {
  kind: 'gsv-ask',
  act: async ({ scope, region, reminder, now }) => {
    const file = await meetingFile(scope, region, reminder.subject)
    if (!file) return 'meeting-gone'
    if (await publishedAgenda(scope, file.meeting.id)) return 'published-already'
    await askForGsv(scope, region, file, now)
    return 'done'
  },
}
