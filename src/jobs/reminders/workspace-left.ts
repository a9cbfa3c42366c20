import { forgetWorkspace } from '../../actions/workspace/leave-workspace.ts'
import { addDeliveries } from '../../store/outbox/deliveries.ts'
import { toCoordinators } from '../to-coordinators.ts'
import type { ReminderKind } from './reminder-kind.ts'

/** The bot was removed from a workspace: the coordinators hear of it elsewhere, once. */
export const workspaceLeft: ReminderKind = {
  kind: 'workspace-left',
  act: async ({ scope, region, reminder, now, context }) => {
    const running = new Set(context.platforms.keys())
    const message = { kind: 'workspace-left', subject: reminder.subject, dueAt: now }
    await addDeliveries(scope, toCoordinators(region, running, reminder.key, message))
    return 'done'
  },
}

/** It did not come back within the grace. */
export const workspaceForgotten: ReminderKind = {
  kind: 'workspace-forgotten',
  act: async ({ scope, reminder }) =>
    (await forgetWorkspace(scope, reminder.subject)) ? 'done' : 'came-back',
}
