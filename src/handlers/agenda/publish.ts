import { z } from 'zod'
import { refusalCard } from '../../cards/answer.ts'
import { agendaKind, agendaPublishKind } from '../../domain/agenda/notices.ts'
import { makePlain, publishedAgenda } from '../../store/agenda/agendas.ts'
import { reopenDeliveries } from '../../store/outbox/deliveries.ts'
import { bringForward } from '../../store/outbox/reminders.ts'
import { command, type Option, type Outcome } from '../legacy/command.ts'
import { optionalMeeting } from '../legacy/options.ts'
import { agendaMeeting } from './next-agenda.ts'

/** The way out where a channel may not hold case content: the same agenda without it. */
const plainOption: Option<'yes'> = {
  schema: z.enum(['yes']),
  required: false,
  hidden: true,
  words: (t) => t.commands.options.plain,
}

/** `/agenda publish`: what the region's setting does by itself at its hour, now. The job that is planned does it. */
export const publishAgenda = command({
  id: 'agenda.publish',
  words: {
    noun: (t) => t.commands.agenda.noun,
    verb: (t) => t.commands.agenda.publish.verb,
    description: (t) => t.commands.agenda.publish.description,
  },
  permission: 'agenda.publish',
  options: { meeting: optionalMeeting, plain: plainOption },
  run: async (call) => {
    const { scope, text, now } = call
    const found = await agendaMeeting(call, call.options.meeting)
    if (!found.ok) return found.refusal
    const { meeting, series } = found.file
    const words = text.agendas.publish
    if (await publishedAgenda(scope, meeting.id)) {
      if (call.options.plain) await makePlain(scope, meeting.id)
      const reopened = await reopenDeliveries(scope, agendaKind.about({ meeting: meeting.id }), now)
      if (reopened === 0)
        return { kind: 'refuse', card: refusalCard('agenda.published', words.already(series.name)) }
    } else {
      await bringForward(scope, agendaPublishKind.due({ meeting: meeting.id }, now))
    }
    call.note('change', 'agenda', meeting.id)
    const card = refusalCard('agenda.under-way', words.underWay(series.name), words.underWayNext)
    return { kind: 'say', card } satisfies Outcome
  },
})
