import {
  type Asker,
  actsFor,
  CASE_WORKERS,
  carriesCases,
  coordinates,
  EVERYBODY,
  type RolesThatMay,
} from '../member/roles.ts'

export const FOLLOWUP_PERMISSIONS = {
  'followup.add': [...CASE_WORKERS, 'officer'],
  'followup.read': EVERYBODY,
  'followup.change': EVERYBODY,
} as const satisfies RolesThatMay

/** Whose follow-ups somebody sees: everybody's, or those members' and what they gave to others themselves. */
export type FollowUpReach =
  | { reach: 'region' }
  | { reach: 'members'; memberIds: readonly string[]; openedBy: string }

type Place = { members: readonly { id: string; office?: string | undefined }[] }
type Facts = { memberId: string; openedBy: string }

/** A coordinator sees the region's; a specialist what concerns them or their office; anybody else their own. */
export const followUpReach = (asker: Asker, { members }: Place): FollowUpReach => {
  if (coordinates(asker)) return { reach: 'region' }
  const colleagues = members.filter(
    ({ office }) => asker.officeId !== undefined && office === asker.officeId && carriesCases(asker),
  )
  const memberIds = new Set([asker.memberId, ...(asker.standsInFor ?? []), ...colleagues.map(({ id }) => id)])
  return { reach: 'members', memberIds: [...memberIds], openedBy: asker.memberId }
}

export const maySeeFollowUp = (asker: Asker, facts: Facts, region: Place): boolean => {
  const reach = followUpReach(asker, region)
  return (
    reach.reach === 'region' || reach.memberIds.includes(facts.memberId) || reach.openedBy === facts.openedBy
  )
}

/** Whose it is, who gave it, who stands in, and the centre; a colleague only reads. */
export const mayChangeFollowUp = (asker: Asker, { memberId, openedBy }: Facts): boolean =>
  coordinates(asker) || actsFor(asker, memberId) || asker.memberId === openedBy
