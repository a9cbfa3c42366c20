import type { Account } from '../../domain/region/accounts.ts'
import type { Scope } from '../../store/engine/database.ts'
import { bringForward } from '../../store/outbox/reminders.ts'

/** Has the platform asked soon who is in the workspace. */
export const lookForPeople = async (
  scope: Scope,
  { platform, workspace }: Pick<Account, 'platform' | 'workspace'>,
  now: Temporal.Instant,
): Promise<void> => {
  const subject = `${platform} ${workspace}`
  await bringForward(scope, {
    kind: 'workspace-people',
    subject,
    key: `workspace-people:${subject}`,
    dueAt: now,
  })
}
