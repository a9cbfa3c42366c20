import {
  type Asker,
  CASE_WORKERS,
  carriesCases,
  coordinates,
  hasRole,
  type Role,
  type RolesThatMay,
  type StoodInFor,
} from '../member/roles.ts'
import type { Region } from '../region/region.ts'
import { askerOf } from '../region/roster.ts'

export const CASE_PERMISSIONS = {
  'case.register': CASE_WORKERS,
  'case.read': [...CASE_WORKERS, 'officer'],
  'case.change': CASE_WORKERS,
  'priority.read': [...CASE_WORKERS, 'officer'],
} as const satisfies RolesThatMay

/** What decides who sees a case. */
export type CaseFacts = { officeId: string; memberId: string; municipalityId?: string | null }

/**
 * Which cases a person sees: the region's, their office's with those of members they stand in for, their
 * municipality's, or none (DESIGN section 6). The case decides, by the office it is kept at: its colleagues see it, and
 * who is in charge of it does while they belong there. Where that person belonged when they took it on, or belongs
 * now, gives nobody else a right to it.
 */
export type CaseReach =
  | { reach: 'region' }
  | { reach: 'office'; officeId: string; standsInFor: readonly StoodInFor[] }
  | { reach: 'municipality'; municipalityId: string }
  | { reach: 'none' }

export const caseReach = (asker: Asker): CaseReach => {
  if (coordinates(asker)) return { reach: 'region' }
  if (asker.officeId && carriesCases(asker))
    return { reach: 'office', officeId: asker.officeId, standsInFor: asker.standsInFor ?? [] }
  if (asker.municipalityId && hasRole(asker, 'officer'))
    return { reach: 'municipality', municipalityId: asker.municipalityId }
  return { reach: 'none' }
}

/** A stand-in sees no more than whom they stand in for. */
const isOf = (facts: CaseFacts, { memberId, officeId }: StoodInFor): boolean =>
  facts.memberId === memberId && facts.officeId === officeId

export const maySeeCase = (asker: Asker, facts: CaseFacts): boolean => {
  const reach = caseReach(asker)
  switch (reach.reach) {
    case 'region':
      return true
    case 'office':
      return facts.officeId === reach.officeId || reach.standsInFor.some((one) => isOf(facts, one))
    case 'municipality':
      return facts.municipalityId === reach.municipalityId
    case 'none':
      return false
    default:
      return reach satisfies never
  }
}

/** Officers read; those who carry cases, and the coordinator, also write. */
export const mayWorkOnCase = (asker: Asker, facts: CaseFacts): boolean =>
  maySeeCase(asker, facts) && caseReach(asker).reach !== 'municipality'

type Person = { office?: string | undefined }

/** Who is in charge of a new case belongs to an office: the asker's own, or any for the centre. */
export const mayPutInCharge = (asker: Asker, { office }: Person): boolean =>
  office !== undefined && (coordinates(asker) || office === asker.officeId)

/**
 * Who takes a case on from whom it has now: somebody of the office it is kept at, whose work it is. The centre hands
 * it to any office; between two offices it goes by a 引き継ぎシート.
 */
export const mayHandCaseTo = (
  asker: Asker,
  facts: CaseFacts,
  person: Person & { roles: readonly Role[] },
): boolean =>
  mayWorkOnCase(asker, facts) &&
  carriesCases(person) &&
  person.office !== undefined &&
  (coordinates(asker) || person.office === facts.officeId)

/** Whether who is in charge of a case works on it: they may have moved to another office since, or left. */
export const isCarried = (
  facts: CaseFacts,
  { members }: Pick<Region, 'members'>,
  today: Temporal.PlainDate,
): boolean => {
  const member = members.find(({ id }) => id === facts.memberId)
  return member !== undefined && mayWorkOnCase(askerOf(member, today), facts)
}
