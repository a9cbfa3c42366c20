import type { Disclosure } from '../agenda/disclosure.ts'
import { type CaseFacts, type CaseReach, caseReach, maySeeCase, mayWorkOnCase } from '../case/permission.ts'
import {
  type Asker,
  actsFor,
  actsForWhom,
  CASE_WORKERS,
  carriesCases,
  coordinates,
  EVERYBODY,
  type RolesThatMay,
  takesPart,
} from '../member/roles.ts'

export const FOLLOWUP_PERMISSIONS = {
  'followup.add': [...CASE_WORKERS, 'officer'],
  'followup.read': EVERYBODY,
  'followup.change': EVERYBODY,
} as const satisfies RolesThatMay

/**
 * Whose follow-ups somebody sees: everybody's, or those members' and what they gave to others themselves. What
 * concerns a case is seen within their reach of cases alone.
 */
export type FollowUpReach =
  | { reach: 'region' }
  | { reach: 'members'; memberIds: readonly string[]; openedBy: string; cases: CaseReach }

type Place = { members: readonly { id: string; office?: string | undefined }[] }
type Facts = { memberId: string; openedBy: string; supportCase: CaseFacts | null }

/** A coordinator sees the region's; a specialist what concerns them or their office; anybody else their own. */
export const followUpReach = (asker: Asker, { members }: Place): FollowUpReach => {
  if (coordinates(asker)) return { reach: 'region' }
  const colleagues = members.filter(
    ({ office }) => asker.officeId !== undefined && office === asker.officeId && carriesCases(asker),
  )
  const memberIds = new Set([...actsForWhom(asker), ...colleagues.map(({ id }) => id)])
  return { reach: 'members', memberIds: [...memberIds], openedBy: asker.memberId, cases: caseReach(asker) }
}

/**
 * One that concerns a case is its case's: seen by those who work on that, whoever is to do it, and by nobody who may
 * not see it, though it be their own. Any other is seen by whom it was given to, who gave it, who stands in, and
 * colleagues.
 */
export const maySeeFollowUp = (asker: Asker, facts: Facts, region: Place): boolean => {
  const { memberId, openedBy, supportCase } = facts
  const reach = followUpReach(asker, region)
  if (reach.reach === 'region') return true
  if (supportCase && !maySeeCase(asker, supportCase)) return false
  const isTheirs = reach.memberIds.includes(memberId) || reach.openedBy === openedBy
  return isTheirs || (supportCase !== null && mayWorkOnCase(asker, supportCase))
}

/** Whose it is, who gave it, who stands in, who is in charge of its case, and the centre; a colleague only reads. */
export const mayChangeFollowUp = (asker: Asker, { memberId, openedBy, supportCase }: Facts): boolean =>
  coordinates(asker) ||
  actsFor(asker, memberId) ||
  asker.memberId === openedBy ||
  (supportCase !== null && actsFor(asker, supportCase.memberId))

/** Nothing is asked of who left. */
export const mayBeAsked = (member: Pick<Asker, 'roles'>): boolean => takesPart(member)

/** One that concerns a case is given, by whatever way, to somebody who may see it. */
export const mayBeGiven = (member: Asker, supportCase: CaseFacts | null | undefined): boolean =>
  !supportCase || maySeeCase(member, supportCase)

/**
 * How a meeting gives one out of an item about a case: with the case, to who may see it. To others of a body that sees
 * case content it goes alone, as what its minutes say, without case or code; a body of topics gives it to nobody else.
 */
export const givenInMeeting = (
  member: Asker,
  supportCase: CaseFacts | null | undefined,
  disclosure: Disclosure,
): 'with-case' | 'alone' | undefined => {
  if (mayBeGiven(member, supportCase)) return 'with-case'
  return disclosure === 'topics' ? undefined : 'alone'
}
