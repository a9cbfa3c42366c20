import type { Account } from '../../domain/region/accounts.ts'
import { externalPlatform } from '../../domain/workspace/platforms.ts'
import { keepPeople } from '../../store/workspace/workspace-people.ts'
import type { ReminderKind } from './reminder-kind.ts'

/** Who is in a connected workspace, so that people can be picked for the roster. A platform that will not say is not asked again by itself. */
export const workspacePeople: ReminderKind = {
  kind: 'workspace-people',
  look: async ({ subject }, { platforms }) => {
    const { platform, workspace } = workspaceOf(subject)
    return platforms.get(platform)?.people(workspace)
  },
  act: async ({ scope, reminder, now, people }) => {
    if (!people) return 'platform-not-running'
    if (!people.ok) return people.failure
    await keepPeople(scope, workspaceOf(reminder.subject), people.people, now)
    return 'done'
  },
}

const workspaceOf = (subject: string): Pick<Account, 'platform' | 'workspace'> => {
  const [name, workspace] = subject.split(' ')
  const platform = externalPlatform(name)
  if (!platform || !workspace) throw new Error(`not a workspace: ${subject}`)
  return { platform, workspace }
}
