import { type Asker, coordinates, EVERYBODY, hasRole, type RolesThatMay, takesPart } from '../member/roles.ts'
import type { Region } from '../region/region.ts'
import { rosterOf } from '../region/roster.ts'

export const ACCOUNT_PERMISSIONS = {
  'account.own': EVERYBODY,
  'account.link': ['coordinator'],
  'account.pledge': ['council_member'],
} as const satisfies RolesThatMay

/** Who says whose an unlinked account is, and takes it back. */
export const mayAnswerRequest = (asker: Asker): boolean => coordinates(asker)

/** An account is linked to somebody who has a part in the region: to nobody who left. */
export const mayHaveAccount = (member: Pick<Asker, 'roles'>): boolean => takesPart(member)

/** The council members on a body's roster, who confirm the duty of secrecy (障害者総合支援法 89条の3第5項). */
export const pledgersOf = (region: Region, bodyId: string, today: Temporal.PlainDate): Region['members'] => {
  const roster = rosterOf(region, bodyId, today)
  return region.members.filter((member) => roster.includes(member.id) && hasRole(member, 'council_member'))
}

/** Everybody confirms for themselves; nobody in their place. */
export const mayPledge = (asker: Asker, body: { id: string }, region: Region): boolean =>
  pledgersOf(region, body.id, asker.today).some(({ id }) => id === asker.memberId)
