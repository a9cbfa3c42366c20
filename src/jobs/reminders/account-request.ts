import { accountRequest } from '../../store/account/account-requests.ts'
import { addDeliveries } from '../../store/outbox/deliveries.ts'
import { toCoordinators } from '../to-coordinators.ts'
import type { ReminderKind } from './reminder-kind.ts'

/** Somebody whom nobody knows: each coordinator is asked who it is. */
export const accountRequestReminder: ReminderKind = {
  kind: 'account-request',
  act: async ({ scope, region, reminder, now, context }) => {
    const request = await accountRequest(scope, reminder.subject)
    if (request?.state !== 'open') return 'settled'
    const running = new Set(context.platforms.keys())
    const message = { kind: 'account-request', subject: reminder.subject, dueAt: now }
    await addDeliveries(scope, toCoordinators(region, running, reminder.key, message))
    return 'done'
  },
}
