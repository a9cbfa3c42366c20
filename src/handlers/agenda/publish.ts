import { z } from 'zod'
import { noticeCard } from '../../cards/answer.ts'
import { agendaKind, agendaPublishKind } from '../../domain/agenda/notices.ts'
import { makePlain, publishedAgenda } from '../../store/agenda/agendas.ts'
import { reopenDeliveries } from '../../store/outbox/deliveries.ts'
import { bringForward } from '../../store/outbox/reminders.ts'
import { refuse, say } from '../answer.ts'
import { carried } from '../arguments.ts'
import { command } from '../command.ts'
import { agendaMeetingArgument } from './arguments.ts'

/** `/agenda publish`: publishes now what the region's setting publishes at its hour. Runs the planned job early. */
export const publishAgenda = command('agenda.publish', {
  permission: 'agenda.publish',
  args: {
    meeting: agendaMeetingArgument,
    /** Publishes without case content, for a channel that may not hold it. */
    plain: carried(z.enum(['yes'])),
  },
  run: async ({ args, words, ...call }) => {
    const { scope, now } = call
    const { meeting, series } = args.meeting
    if (await publishedAgenda(scope, meeting.id)) {
      if (args.plain) await makePlain(scope, meeting.id)
      const reopened = await reopenDeliveries(scope, agendaKind.about({ meeting: meeting.id }), now)
      if (reopened === 0) throw refuse(noticeCard('agenda.published', words.already(series.name)))
    } else {
      await bringForward(scope, agendaPublishKind.due({ meeting: meeting.id }, now))
    }
    call.note('change', 'agenda', meeting.id)
    return say(noticeCard('agenda.under-way', words.underWay(series.name), words.underWayNext))
  },
})
