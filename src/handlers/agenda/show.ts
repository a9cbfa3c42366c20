import { agendaView } from '../../actions/agenda/agenda-facts.ts'
import { agendaCard } from '../../cards/agenda/agenda.ts'
import { say } from '../answer.ts'
import { command } from '../command.ts'
import { publishedAgendaArgument } from './arguments.ts'

/** The button of the history: an agenda as the body was shown it, to those who sit on the body and to the centre. */
export const showAgenda = command('agenda.show', {
  hidden: true,
  permission: 'agenda.history',
  args: { meeting: publishedAgendaArgument },
  run: async ({ args, ...call }) => {
    const { scope, region, language, text } = call
    const { file, composed } = args.meeting
    const disclosure = composed.plain ? 'topics' : file.body.disclosure
    const view = await agendaView(scope, region, file, composed, disclosure === 'summaries')
    call.note('read', 'agenda', file.meeting.id)
    return say(agendaCard(view, disclosure, language, text))
  },
})
