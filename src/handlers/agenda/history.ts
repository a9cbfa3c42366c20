import { agendaHistoryCard } from '../../cards/agenda/agenda.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { followsBody } from '../../domain/meeting/permission.ts'
import { seriesName } from '../../domain/region/names.ts'
import { agendaHistory } from '../../store/agenda/agendas.ts'
import { say } from '../answer.ts'
import { command } from '../command.ts'

const SHOWN = 12

/** `/agenda history`: agendas that went out, of the bodies the asker sits on; a coordinator sees all. */
export const historyOfAgendas = command('agenda.history', {
  permission: 'agenda.history',
  run: async ({ scope, region, asker, now, language, text }) => {
    const series = region.series.filter(({ body }) => followsBody(asker, body, region))
    const ids = series.map(({ id }) => id)
    const found = await agendaHistory(scope, ids, now.add({ hours: 24 * 31 }), SHOWN)
    const lines = found.map(({ meetingId, seriesId, startsAt }) => ({
      meetingId,
      name: seriesName(region, seriesId),
      date: writeDate(startsAt.toZonedDateTimeISO(region.timeZone).toPlainDate(), language),
    }))
    return say(agendaHistoryCard(lines, text))
  },
})
