import { draftFacts } from '../../actions/agenda/agenda-draft.ts'
import { agendaAsPublished, agendaView } from '../../actions/agenda/agenda-facts.ts'
import { agendaCard } from '../../cards/agenda/agenda.ts'
import { agendaDraftCard } from '../../cards/agenda/draft.ts'
import { command } from '../legacy/command.ts'
import { optionalMeeting } from '../legacy/options.ts'
import { agendaMeeting } from './next-agenda.ts'

/** `/agenda preview`: the draft as it stands, or the agenda as it was published. */
export const previewAgenda = command({
  id: 'agenda.preview',
  words: {
    noun: (t) => t.commands.agenda.noun,
    verb: (t) => t.commands.agenda.preview.verb,
    description: (t) => t.commands.agenda.preview.description,
  },
  permission: 'agenda.preview',
  options: { meeting: optionalMeeting },
  run: async (call) => {
    const { scope, region, language, text } = call
    const found = await agendaMeeting(call, call.options.meeting)
    if (!found.ok) return found.refusal
    const { file } = found
    call.note('read', 'agenda', file.meeting.id)
    const published = await agendaAsPublished(scope, file)
    if (published) {
      const view = await agendaView(scope, region, file, published, false)
      return { kind: 'say', card: agendaCard(view, 'codes', language, text) }
    }
    const { view, draft } = await draftFacts(scope, region, file)
    return { kind: 'say', card: agendaDraftCard(view, draft, language, text) }
  },
})
