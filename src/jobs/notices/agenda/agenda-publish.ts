import { draftAgenda, meetingContext } from '../../../actions/agenda/agenda-facts.ts'
import { carryOverLeft } from '../../../actions/agenda/amend-agenda.ts'
import { askForGsv } from '../../../actions/gsv/gsv-of-month.ts'
import { agendaKind, agendaPublishKind } from '../../../domain/agenda/notices.ts'
import { publish } from '../../../store/agenda/agendas.ts'
import { chore } from '../notice.ts'
import { announce, channelsOf } from '../recipients.ts'
import { announceWithheld } from './agenda-withheld.ts'

/** The agenda closes: it is fixed as it stands, what did not fit is carried over, and its posts go to the outbox. */
export const agendaPublish = chore(agendaPublishKind, {
  act: async (facts) => {
    const { scope, region, reminder, now, payload } = facts
    const file = await meetingContext(scope, region, payload.meeting)
    if (!file) return 'meeting-gone'
    const recipients = channelsOf({ ...facts, key: agendaKind.key(payload) }, file.body.id)
    if (recipients === 'no-channel') {
      await announceWithheld(facts, payload.meeting, [{ why: 'noChannel' }], reminder.id)
      return recipients
    }
    await askForGsv(scope, region, file, now)
    const { agenda, followUps } = await draftAgenda(scope, region, file)
    const given = followUps.map(({ id }) => id)
    if (!(await publish(scope, file.meeting.id, agenda, now, given))) return 'published-already'
    await carryOverLeft(scope, file, agenda.carriedOver, now)
    await announce(scope, agendaKind.about(payload), recipients, now)
    return 'done'
  },
})
