import { draftFacts } from '../../actions/agenda/agenda-draft.ts'
import { agendaAsPublished, agendaView } from '../../actions/agenda/agenda-facts.ts'
import { agendaCard } from '../../cards/agenda/agenda.ts'
import { agendaDraftCard } from '../../cards/agenda/draft.ts'
import { say } from '../answer.ts'
import { command } from '../command.ts'
import { agendaMeetingArgument } from './arguments.ts'

/** `/agenda preview`: the draft as it stands, or the agenda as it was published. */
export const previewAgenda = command('agenda.preview', {
  permission: 'agenda.preview',
  args: { meeting: agendaMeetingArgument },
  run: async ({ args: { meeting: context }, ...call }) => {
    const { scope, region, language, text } = call
    call.note('read', 'agenda', context.meeting.id)
    const published = await agendaAsPublished(scope, region, context)
    if (published)
      return say(agendaCard(await agendaView(scope, region, context, published, 'codes'), language, text))
    const { view, draft } = await draftFacts(scope, region, context)
    return say(agendaDraftCard(view, draft, language, text))
  },
})
