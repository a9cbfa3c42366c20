import { turnOfSubject } from '../../actions/rota/rota-turns.ts'
import { channelsFor } from '../../domain/region/accounts.ts'
import { addDeliveries } from '../../store/outbox/deliveries.ts'
import type { ReminderKind } from './reminder-kind.ts'

/** A turn of a rota begins: its body's channels hear whose it is. */
export const rotaTurn: ReminderKind = {
  kind: 'rota-turn',
  act: async ({ scope, region, reminder, now, context }) => {
    const found = await turnOfSubject(scope, region, reminder.subject)
    if (!found?.rota.body) return 'rota-gone'
    const channels = channelsFor(region, found.rota.body, new Set(context.platforms.keys()))
    await addDeliveries(
      scope,
      channels.map((place) => ({
        key: `${reminder.key}:${place.platform}:${place.workspace}:${place.channel}`,
        kind: 'rota-turn',
        subject: reminder.subject,
        place,
        dueAt: now,
      })),
    )
    return 'done'
  },
}
