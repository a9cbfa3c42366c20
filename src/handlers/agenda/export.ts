import { agendaView } from '../../actions/agenda/agenda-facts.ts'
import { shownLevel } from '../../actions/agenda/shown-level.ts'
import { exportedAgendaCard } from '../../cards/agenda/agenda.ts'
import { agendaSheet } from '../../cards/agenda/agenda-paper.ts'
import { agendaPaper } from '../../domain/agenda/agenda-paper.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { PAPER_FORMATS } from '../../domain/meeting/paper-format.ts'
import { say } from '../answer.ts'
import { carriedChoice } from '../arguments.ts'
import { command } from '../command.ts'
import { paperFiles } from '../meeting/paper-files.ts'
import { agendaToExport } from './arguments.ts'

/**
 * `/agenda export [meeting]`: a published agenda as the files a municipality keeps (Word, PDF, text), for everybody on the
 * body's roster; a button asks for one of them. The centre gets a draft, too.
 */
export const exportAgenda = command('agenda.export', {
  permission: 'agenda.history',
  args: { meeting: agendaToExport, as: carriedChoice(PAPER_FORMATS) },
  run: async ({ args: { meeting: paper, as }, ...call }) => {
    const { scope, region, language, text, now } = call
    const { context, composed, isDraft } = paper
    const level = await shownLevel(scope, region, context, composed.plain)
    const view = await agendaView(scope, region, context, composed, level)
    call.note('read', 'agenda', context.meeting.id)
    const issuedAt = now.toZonedDateTimeISO(region.timeZone)
    const sheet = agendaSheet(agendaPaper(view, { issuedAt, isDraft }), language, text)
    const date = context.startsAt.toPlainDate()
    const files = await paperFiles(`agenda-${date}`, sheet, text.agendas.exported.files, as)
    return say(exportedAgendaCard(context.series.name, writeDate(date, language), isDraft, text), files)
  },
})
