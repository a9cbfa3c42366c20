import { type Account, leaving, withoutWorkspace } from '../../domain/region/accounts.ts'
import { workspaceForgottenKind, workspaceLeftKind } from '../../domain/workspace/notices.ts'
import { dropRequestsAt } from '../../store/account/account-requests.ts'
import type { Scope } from '../../store/engine/database.ts'
import { planReminders } from '../../store/outbox/reminders.ts'
import { keepPeople } from '../../store/workspace/workspace-people.ts'
import { changeRegion } from '../region/change-region.ts'

type Workspace = Pick<Account, 'platform' | 'workspace'>

/** Grace in which a workspace that comes back finds its accounts and channels. */
export const GRACE = Temporal.Duration.from({ days: 30 })

/**
 * Marks a workspace as left when the bot was removed from it. Its accounts and channels stay in the region, unused,
 * until the grace is over; the coordinators are told. Codes and calendar addresses of those accounts, and open requests to
 * link one there, end at once. Idempotent.
 */
export const leaveWorkspace = async (
  scope: Scope,
  workspace: Workspace,
  now: Temporal.Instant,
): Promise<void> => {
  let left: Temporal.PlainDate | undefined
  // Before the region is locked, as whoever answers a request does.
  await dropRequestsAt(scope, workspace)
  const changed = await changeRegion(scope, (region) => {
    const today = now.toZonedDateTimeISO(region.timeZone).toPlainDate()
    const after = leaving(region, workspace, today)
    left = after && today
    return after
  })
  if (!changed.ok) throw new Error(`a workspace could not be left: ${changed.reason}`)
  if (!left) return
  const leave = { ...workspace, left }
  const { timeZone } = changed.region
  const forgetAt = left.add(GRACE).toZonedDateTime(timeZone).toInstant()
  await planReminders(scope, [workspaceLeftKind.due(leave, now), workspaceForgottenKind.due(leave, forgetAt)])
  await keepPeople(scope, workspace, [], now)
}

/** Deletes the workspace with its accounts and channels, if it was left that day and has not come back. */
export const forgetWorkspace = async (
  scope: Scope,
  { left, ...workspace }: Workspace & { left: Temporal.PlainDate },
): Promise<boolean> => {
  let forgotten = false
  const changed = await changeRegion(scope, (region) => {
    forgotten = region.workspaces.some(
      (one) =>
        one.platform === workspace.platform && one.id === workspace.workspace && one.left?.equals(left),
    )
    return forgotten ? withoutWorkspace(region, workspace) : undefined
  })
  if (!changed.ok) throw new Error(`a workspace could not be forgotten: ${changed.reason}`)
  return forgotten
}
