import type { Asker } from '../member/permission.ts'

/** Whose follow-ups somebody sees: everybody's, or those members' and what they gave to others themselves. */
export type FollowUpReach =
  | { reach: 'region' }
  | { reach: 'members'; memberIds: readonly string[]; openedBy: string }

type Member = { id: string; office?: string | undefined }
type Facts = { memberId: string; openedBy: string }

const carriesCases = ({ roles }: Asker): boolean =>
  roles.some((role) => role === 'specialist' || role === 'chief_specialist')

/** A coordinator sees the region's; a specialist what concerns them or their office; anybody else their own. */
export const followUpReach = (asker: Asker, members: readonly Member[]): FollowUpReach => {
  if (asker.roles.includes('coordinator')) return { reach: 'region' }
  const colleagues = members.filter(
    ({ office }) => asker.officeId !== undefined && office === asker.officeId && carriesCases(asker),
  )
  const memberIds = new Set([asker.memberId, ...(asker.standsInFor ?? []), ...colleagues.map(({ id }) => id)])
  return { reach: 'members', memberIds: [...memberIds], openedBy: asker.memberId }
}

export const maySeeFollowUp = (asker: Asker, members: readonly Member[], facts: Facts): boolean => {
  const reach = followUpReach(asker, members)
  return (
    reach.reach === 'region' || reach.memberIds.includes(facts.memberId) || reach.openedBy === facts.openedBy
  )
}

/** Whose it is, who gave it, who stands in, and the centre; a colleague only reads. */
export const mayChangeFollowUp = (asker: Asker, { memberId, openedBy }: Facts): boolean =>
  asker.roles.includes('coordinator') ||
  [memberId, openedBy].includes(asker.memberId) ||
  (asker.standsInFor ?? []).includes(memberId)
