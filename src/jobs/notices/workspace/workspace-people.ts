import { workspacePeopleKind } from '../../../domain/workspace/notices.ts'
import { keepPeople } from '../../../store/workspace/workspace-people.ts'
import { chore } from '../notice.ts'

/** Refreshes the list of people in a workspace, to pick members from. A platform that refuses is not retried. */
export const workspacePeople = chore(workspacePeopleKind, {
  look: async ({ platform, workspace }, platforms) => platforms.get(platform)?.people(workspace),
  act: async ({ scope, now, payload, people }) => {
    if (!people) return 'platform-not-running'
    if (!people.ok) return people.failure
    await keepPeople(scope, payload, people.people, now)
    return 'done'
  },
})
