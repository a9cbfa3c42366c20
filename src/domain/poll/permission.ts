import { followsBody } from '../meeting/permission.ts'
import { type Asker, coordinates, EVERYBODY, type RolesThatMay } from '../member/roles.ts'
import type { Region } from '../region/region.ts'

export const POLL_PERMISSIONS = {
  'poll.open': ['coordinator', 'chief_specialist'],
  'poll.answer': EVERYBODY,
} as const satisfies RolesThatMay

/** A poll asks the roster of a body, by somebody who is on it, or by the centre. */
export const mayOpenPollOf = (asker: Asker, body: { id: string }, region: Region): boolean =>
  followsBody(asker, body.id, region)

type Facts = { poll: { organiserId: string; bodyId: string; state: string }; asked: readonly string[] }

/** Who began it decides or withdraws it, while they follow its body, and the centre. */
export const mayOrganisePoll = (asker: Asker, { poll }: Facts, region: Region): boolean =>
  coordinates(asker) || (poll.organiserId === asker.memberId && followsBody(asker, poll.bodyId, region))

/** Everybody asked sees the answers; a draft is its organiser's. */
export const maySeePoll = (asker: Asker, facts: Facts, region: Region): boolean =>
  mayOrganisePoll(asker, facts, region) ||
  (facts.poll.state !== 'draft' && facts.asked.includes(asker.memberId))
