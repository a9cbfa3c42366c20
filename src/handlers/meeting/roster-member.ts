import type { MeetingContext } from '../../actions/agenda/agenda-facts.ts'
import { followsBody } from '../../domain/meeting/permission.ts'
import type { Region } from '../../domain/region/region.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import { refuse } from '../answer.ts'
import type { Call } from '../call.ts'
import { memberArgument } from '../member/arguments.ts'
import { refused } from './arguments.ts'

/** Somebody by name; the asker where nobody is named. Proposed are those who sit on the asker's bodies that meet. */
export const rosterMemberArgument = memberArgument({
  propose: ({ region, asker }) => {
    const bodies = [...new Set(region.series.map(({ body }) => body))]
    const followed = bodies.filter((body) => followsBody(asker, body, region))
    const known = new Set(followed.flatMap((body) => rosterOf(region, body, asker.today)))
    return region.members.filter(({ id }) => known.has(id))
  },
  unknown: ({ text }, typed = '') => refused(text.attendance.noMember(typed)),
})

/** Refuses a member who is not on the roster of the body that meets. */
export const requireOnRoster = (
  { region, text }: Call,
  { body, startsAt }: MeetingContext,
  { id, name }: Region['members'][number],
): void => {
  const words = text.attendance
  if (!rosterOf(region, body.id, startsAt.toPlainDate()).includes(id))
    throw refuse(refused(words.notOnRoster(name, body.name), words.notOnRosterNext))
}
