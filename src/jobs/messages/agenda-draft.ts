import { draftFacts } from '../../actions/agenda/agenda-draft.ts'
import { meetingFile } from '../../actions/agenda/agenda-facts.ts'
import { agendaDraftCard } from '../../cards/agenda/draft.ts'
import { publishedAgenda } from '../../store/agenda/agendas.ts'
import type { MessageKind } from './message-kind.ts'

/** The draft, to a coordinator: as it stands when it is sent. */
export const agendaDraft: MessageKind = {
  kind: 'agenda-draft',
  needsAudience: false,
  outOfHours: false,
  compose: async ({ scope, region, delivery, language, text }) => {
    const file = await meetingFile(scope, region, delivery.subject)
    if (!file) return { ok: false, reason: 'meeting-gone' }
    if (await publishedAgenda(scope, file.meeting.id)) return { ok: false, reason: 'published-already' }
    const { view, draft } = await draftFacts(scope, region, file)
    return {
      ok: true,
      card: agendaDraftCard(view, draft, language, text),
      told: { meeting: 1, summary: draft.missing.length },
    }
  },
}
