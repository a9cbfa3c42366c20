import type { Account } from '../../domain/region/accounts.ts'
import { workspacePeopleKind } from '../../domain/workspace/notices.ts'
import type { Scope } from '../../store/engine/database.ts'
import { bringForward } from '../../store/outbox/reminders.ts'

/** Schedules a fetch of who is in the workspace. */
export const lookForPeople = async (
  scope: Scope,
  { platform, workspace }: Pick<Account, 'platform' | 'workspace'>,
  now: Temporal.Instant,
): Promise<void> => {
  await bringForward(scope, workspacePeopleKind.due({ platform, workspace }, now))
}
