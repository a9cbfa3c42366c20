import { agendaAsPublished, agendaView, draftAgenda } from '../../actions/agenda/agenda-facts.ts'
import { shownLevel } from '../../actions/agenda/shown-level.ts'
import { exportedAgendaCard } from '../../cards/agenda/agenda.ts'
import { agendaSheet } from '../../cards/agenda/agenda-paper.ts'
import { agendaPaper } from '../../domain/agenda/agenda-paper.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { say } from '../answer.ts'
import { command } from '../command.ts'
import { paperFiles } from '../meeting/paper-files.ts'
import { agendaMeetingArgument } from './arguments.ts'

/** `/agenda export`: the agenda, or its draft, as the files a municipality keeps: Word, PDF and Markdown. */
export const exportAgenda = command('agenda.export', {
  permission: 'agenda.preview',
  args: { meeting: agendaMeetingArgument },
  run: async ({ args: { meeting: context }, ...call }) => {
    const { scope, region, language, text, now } = call
    const published = await agendaAsPublished(scope, region, context)
    const level = await shownLevel(scope, region, context, published?.plain)
    const composed = published ?? (await draftAgenda(scope, region, context))
    const view = await agendaView(scope, region, context, composed, level)
    call.note('read', 'agenda', context.meeting.id)
    const paper = agendaPaper(view, {
      issuedAt: now.toZonedDateTimeISO(region.timeZone),
      isDraft: !published,
    })
    const date = context.startsAt.toPlainDate()
    const { files: alt } = text.agendas.exported
    const files = await paperFiles(`agenda-${date}`, agendaSheet(paper, language, text), alt)
    return say(exportedAgendaCard(context.series.name, writeDate(date, language), text), files)
  },
})
