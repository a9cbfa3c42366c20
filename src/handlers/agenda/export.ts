import { agendaAsPublished, agendaView, draftAgenda } from '../../actions/agenda/agenda-facts.ts'
import { exportedAgendaCard } from '../../cards/agenda/agenda.ts'
import { agendaSheet } from '../../cards/agenda/agenda-paper.ts'
import { agendaPaper } from '../../domain/agenda/agenda-paper.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { command } from '../legacy/command.ts'
import { optionalMeeting } from '../legacy/options.ts'
import { paperFiles } from '../meeting/paper-files.ts'
import { agendaMeeting } from './next-agenda.ts'

/** `/agenda export`: the agenda, or its draft, as the files a municipality keeps: Word, PDF and Markdown. */
export const exportAgenda = command({
  id: 'agenda.export',
  words: {
    noun: (t) => t.commands.agenda.noun,
    verb: (t) => t.commands.agenda.export.verb,
    description: (t) => t.commands.agenda.export.description,
  },
  permission: 'agenda.preview',
  options: { meeting: optionalMeeting },
  run: async (call) => {
    const { scope, region, language, text, now } = call
    const found = await agendaMeeting(call, call.options.meeting)
    if (!found.ok) return found.refusal
    const { file } = found
    const published = await agendaAsPublished(scope, file)
    const disclosure = published?.plain ? 'topics' : file.body.disclosure
    const composed = published ?? (await draftAgenda(scope, region, file))
    const view = await agendaView(scope, region, file, composed, disclosure === 'summaries')
    call.note('read', 'agenda', file.meeting.id)
    const paper = agendaPaper(view, {
      disclosure,
      issuedAt: now.toZonedDateTimeISO(region.timeZone),
      isDraft: !published,
    })
    const date = file.startsAt.toPlainDate()
    const { files: alt } = text.agendas.exported
    const files = await paperFiles(`agenda-${date}`, agendaSheet(paper, language, text), alt)
    return { kind: 'say', card: exportedAgendaCard(file.series.name, writeDate(date, language), text), files }
  },
})
