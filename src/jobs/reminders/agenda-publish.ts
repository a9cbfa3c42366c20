import { draftAgenda, meetingFile } from '../../actions/agenda/agenda-facts.ts'
import { carryOverLeft } from '../../actions/agenda/amend-agenda.ts'
import { askForGsv } from '../../actions/gsv/gsv-of-month.ts'
import { channelsFor } from '../../domain/region/accounts.ts'
import { publish } from '../../store/agenda/agendas.ts'
import { addDeliveries, type NewDelivery } from '../../store/outbox/deliveries.ts'
import { withheldDeliveries } from '../messages/agenda-withheld.ts'
import type { ReminderKind } from './reminder-kind.ts'

/** The agenda closes: it is fixed as it stands, what did not fit is carried over, and its posts go to the outbox. */
export const agendaPublish: ReminderKind = {
  kind: 'agenda-publish',
  act: async ({ scope, region, reminder, now, context }) => {
    const file = await meetingFile(scope, region, reminder.subject)
    if (!file) return 'meeting-gone'
    const running = new Set(context.platforms.keys())
    const channels = channelsFor(region, file.body.id, running)
    if (channels.length === 0) {
      const reasons = [{ why: 'noChannel' } as const]
      await addDeliveries(
        scope,
        withheldDeliveries(region, running, file.meeting.id, reasons, reminder.id, now),
      )
      return 'no-channel'
    }
    await askForGsv(scope, region, file, now)
    const { agenda, followUps } = await draftAgenda(scope, region, file)
    const given = followUps.map(({ id }) => id)
    if (!(await publish(scope, file.meeting.id, agenda, now, given))) return 'published-already'
    await carryOverLeft(scope, file, agenda.carriedOver, now)
    await addDeliveries(
      scope,
      channels.map(
        (place): NewDelivery => ({
          key: `agenda:${file.meeting.id}:${place.platform}:${place.workspace}:${place.channel}`,
          kind: 'agenda',
          subject: file.meeting.id,
          place,
          dueAt: now,
        }),
      ),
    )
    return 'done'
  },
}
