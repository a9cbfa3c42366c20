import { agendaHistoryCard } from '../../cards/agenda/agenda.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { seriesName } from '../../domain/region/names.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import { agendaHistory } from '../../store/agenda/agendas.ts'
import { command } from '../legacy/command.ts'

const SHOWN = 12

/** `/agenda history`: agendas that went out, of the bodies the asker sits on; a coordinator sees all. */
export const historyOfAgendas = command({
  id: 'agenda.history',
  words: {
    noun: (t) => t.commands.agenda.noun,
    verb: (t) => t.commands.agenda.history.verb,
    description: (t) => t.commands.agenda.history.description,
  },
  permission: 'agenda.history',
  options: {},
  run: async ({ scope, region, asker, now, language, text }) => {
    const series = region.series.filter(
      ({ body }) => asker.roles.includes('coordinator') || rosterOf(region, body).includes(asker.memberId),
    )
    const ids = series.map(({ id }) => id)
    const found = await agendaHistory(scope, ids, now.add({ hours: 24 * 31 }), SHOWN)
    const lines = found.map(({ meetingId, seriesId, startsAt }) => ({
      meetingId,
      name: seriesName(region, seriesId),
      date: writeDate(startsAt.toZonedDateTimeISO(region.timeZone).toPlainDate(), language),
    }))
    return { kind: 'say', card: agendaHistoryCard(lines, text) }
  },
})
