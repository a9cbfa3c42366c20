import { draftFacts } from '../../../actions/agenda/agenda-draft.ts'
import { meetingContext } from '../../../actions/agenda/agenda-facts.ts'
import { agendaDraftCard } from '../../../cards/agenda/draft.ts'
import { agendaDraftKind } from '../../../domain/agenda/notices.ts'
import { publishedAgenda } from '../../../store/agenda/agendas.ts'
import { notice } from '../notice.ts'
import { coordinators } from '../recipients.ts'

/** Shows the draft agenda to the coordinators, some days before it goes out: as it stands when it is sent. */
export const agendaDraft = notice(agendaDraftKind, {
  hours: 'office',
  stillTrue: async ({ scope, region }, { meeting }) => {
    const file = await meetingContext(scope, region, meeting)
    if (!file) return 'meeting-gone'
    return (await publishedAgenda(scope, meeting)) ? 'published-already' : file
  },
  to: coordinators,
  compose: async ({ scope, region, language, text, found }) => {
    const { view, draft } = await draftFacts(scope, region, found)
    return {
      ok: true,
      card: agendaDraftCard(view, draft, language, text),
      told: { meeting: 1, summary: draft.missing.length },
    }
  },
})
