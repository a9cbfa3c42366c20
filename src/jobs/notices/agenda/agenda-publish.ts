import { draftAgenda, meetingContext } from '../../../actions/agenda/agenda-facts.ts'
import { carryOverLeft } from '../../../actions/agenda/amend-agenda.ts'
import { askForGsv } from '../../../actions/gsv/gsv-of-month.ts'
import { agendaKind, agendaPublishKind } from '../../../domain/agenda/notices.ts'
import { agendaTemplateOf } from '../../../domain/agenda/which-agenda.ts'
import { publish } from '../../../store/agenda/agendas.ts'
import { chore } from '../notice.ts'
import { announce, channelsOf } from '../recipients.ts'
import { announceWithheld } from './agenda-withheld.ts'

/** Publishes an agenda: fixes it as it stands, carries over what did not fit, and puts its posts into the outbox. */
export const agendaPublish = chore(agendaPublishKind, {
  act: async (facts) => {
    const { scope, region, reminder, now, payload } = facts
    const file = await meetingContext(scope, region, payload.meeting)
    if (!file) return 'meeting-gone'
    if (!agendaTemplateOf(region, file.series)) return 'no-agenda'
    const recipients = channelsOf({ ...facts, key: agendaKind.key(payload) }, file.body.id)
    if (recipients === 'no-channel') {
      await announceWithheld(facts, payload.meeting, [{ why: 'noChannel' }], reminder.id)
      return recipients
    }
    await askForGsv(scope, region, file, now)
    const { agenda, brought } = await draftAgenda(scope, region, file)
    if (!(await publish(scope, file.meeting.id, agenda, now, brought))) return 'published-already'
    await carryOverLeft(scope, file, agenda.carriedOver, now)
    await announce(scope, agendaKind.about(payload), recipients, now)
    return 'done'
  },
})
