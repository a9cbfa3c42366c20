import { agendaView } from '../../actions/agenda/agenda-facts.ts'
import { shownLevel } from '../../actions/agenda/shown-level.ts'
import { agendaCard } from '../../cards/agenda/agenda.ts'
import { say } from '../answer.ts'
import { command } from '../command.ts'
import { publishedAgendaArgument } from './arguments.ts'

/** The button of the history: an agenda as the body was shown it, to those who sit on the body and to the centre. */
export const showAgenda = command('agenda.show', {
  hidden: true,
  discloses: true,
  permission: 'agenda.history',
  args: { meeting: publishedAgendaArgument },
  run: async ({ args, ...call }) => {
    const { scope, region, language, text } = call
    const { context, composed } = args.meeting
    const level = await shownLevel(scope, region, context, composed.plain)
    const view = await agendaView(scope, region, context, composed, level)
    call.note('read', 'agenda', context.meeting.id)
    return say(agendaCard(view, language, text))
  },
})
