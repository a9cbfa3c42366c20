import { meetingContext } from '../../../actions/agenda/agenda-facts.ts'
import { askForGsv } from '../../../actions/gsv/gsv-of-month.ts'
import { gsvAskKind } from '../../../domain/gsv/notices.ts'
import { publishedAgenda } from '../../../store/agenda/agendas.ts'
import { chore } from '../notice.ts'

/** On the morning when a meeting's summaries are asked for: a month that has no GSV yet gets a presenter. */
export const gsvAsk = chore(gsvAskKind, {
  act: async ({ scope, region, now, payload }) => {
    const file = await meetingContext(scope, region, payload.meeting)
    if (!file) return 'meeting-gone'
    if (await publishedAgenda(scope, file.meeting.id)) return 'published-already'
    await askForGsv(scope, region, file, now)
    return 'done'
  },
})
