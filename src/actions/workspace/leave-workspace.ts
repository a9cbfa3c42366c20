import { type Account, leaving, withoutWorkspace } from '../../domain/region/accounts.ts'
import { externalPlatform } from '../../domain/workspace/platforms.ts'
import type { Scope } from '../../store/engine/database.ts'
import { planReminders } from '../../store/outbox/reminders.ts'
import { keepPeople } from '../../store/workspace/workspace-people.ts'
import { changeRegion } from '../region/change-region.ts'

type Workspace = Pick<Account, 'platform' | 'workspace'>

/** How long what is known of a workspace is kept for when it comes back. */
export const GRACE = Temporal.Duration.from({ days: 30 })

/**
 * The bot was removed from a workspace. Its accounts and channels stay in the region, unused, until the grace is
 * over; the coordinators hear of it. Told twice, it is done once.
 */
export const leaveWorkspace = async (
  scope: Scope,
  workspace: Workspace,
  now: Temporal.Instant,
): Promise<void> => {
  let left: Temporal.PlainDate | undefined
  const changed = await changeRegion(scope, (region) => {
    const today = now.toZonedDateTimeISO(region.timeZone).toPlainDate()
    const after = leaving(region, workspace, today)
    left = after && today
    return after
  })
  if (!changed.ok) throw new Error(`a workspace could not be left: ${changed.reason}`)
  if (!left) return
  const subject = `${workspace.platform} ${workspace.workspace} ${left}`
  const { timeZone } = changed.region
  const forgetAt = left.add(GRACE).toZonedDateTime(timeZone).toInstant()
  await planReminders(scope, [
    { kind: 'workspace-left', subject, key: `workspace-left:${subject}`, dueAt: now },
    { kind: 'workspace-forgotten', subject, key: `workspace-forgotten:${subject}`, dueAt: forgetAt },
  ])
  await keepPeople(scope, workspace, [], now)
}

/** The workspace and the day it was left, as a reminder's subject says it. */
export const leftWorkspace = (subject: string): Workspace & { left: Temporal.PlainDate } => {
  const [name, workspace, day] = subject.split(' ')
  const platform = externalPlatform(name)
  if (!platform || !workspace || !day) throw new Error(`not a workspace that was left: ${subject}`)
  return { platform, workspace, left: Temporal.PlainDate.from(day) }
}

/** Forgets the workspace, its accounts and its channels, if it was left that day and has not come back. */
export const forgetWorkspace = async (scope: Scope, subject: string): Promise<boolean> => {
  const { left, ...workspace } = leftWorkspace(subject)
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
