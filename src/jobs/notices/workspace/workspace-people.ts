import { workspacePeopleKind } from '../../../domain/workspace/notices.ts'
import { keepPeople } from '../../../store/workspace/workspace-people.ts'
import { chore } from '../notice.ts'

/** Who is in a connected workspace, so that people can be picked for the roster. A platform that will not say is not asked again by itself. */
export const workspacePeople = chore(workspacePeopleKind, {
  look: async ({ platform, workspace }, platforms) => platforms.get(platform)?.people(workspace),
  act: async ({ scope, now, payload, people }) => {
    if (!people) return 'platform-not-running'
    if (!people.ok) return people.failure
    await keepPeople(scope, payload, people.people, now)
    return 'done'
  },
})
