import { agendaAsPublished, agendaView, meetingFile } from '../../actions/agenda/agenda-facts.ts'
import { agendaCard } from '../../cards/agenda/agenda.ts'
import { refusalCard } from '../../cards/answer.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import { command } from '../legacy/command.ts'
import { idOption } from '../legacy/options.ts'

const meetingOption = idOption('required', (t) => t.commands.options.meeting)

/** The button of the history: an agenda as the body was shown it, to those who sit on the body and to the centre. */
export const showAgenda = command({
  id: 'agenda.show',
  words: {
    noun: (t) => t.commands.agenda.noun,
    verb: (t) => t.commands.agenda.show.verb,
    description: (t) => t.commands.agenda.show.description,
  },
  hidden: true,
  permission: 'agenda.history',
  options: { meeting: meetingOption },
  run: async (call) => {
    const { scope, region, asker, language, text } = call
    const file = await meetingFile(scope, region, call.options.meeting)
    const composed = file && (await agendaAsPublished(scope, file))
    const sits =
      asker.roles.includes('coordinator') || (file && rosterOf(region, file.body.id).includes(asker.memberId))
    if (!file || !composed || !sits) {
      const words = text.agendas
      return { kind: 'refuse', card: refusalCard('agenda.no-meeting', words.noMeeting, words.noMeetingNext) }
    }
    const disclosure = composed.plain ? 'topics' : file.body.disclosure
    const view = await agendaView(scope, region, file, composed, disclosure === 'summaries')
    call.note('read', 'agenda', file.meeting.id)
    return { kind: 'say', card: agendaCard(view, disclosure, language, text) }
  },
})
