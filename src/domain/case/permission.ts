import {
  type Asker,
  CASE_WORKERS,
  carriesCases,
  coordinates,
  hasRole,
  type Role,
  type RolesThatMay,
} from '../member/roles.ts'

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
 * municipality's, or none (DESIGN section 6).
 */
export type CaseReach =
  | { reach: 'region' }
  | { reach: 'office'; officeId: string; standsInFor: readonly string[] }
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

export const maySeeCase = (asker: Asker, facts: CaseFacts): boolean => {
  const reach = caseReach(asker)
  switch (reach.reach) {
    case 'region':
      return true
    case 'office':
      return facts.officeId === reach.officeId || reach.standsInFor.includes(facts.memberId)
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

/** Only the centre looks beyond its own office. */
const ofOwnOffice = (asker: Asker, { office }: Person): boolean =>
  coordinates(asker) || office === asker.officeId

/** Whether somebody's cases may be handed to others, all at once. */
export const mayTakeCasesFrom = ofOwnOffice

/** Who is in charge of a case belongs to an office. */
export const mayPutInCharge = (asker: Asker, person: Person): boolean =>
  person.office !== undefined && ofOwnOffice(asker, person)

/** Offered as the next in charge: those whose work it is. */
export const mayHandCasesTo = (asker: Asker, person: Person & { roles: readonly Role[] }): boolean =>
  mayPutInCharge(asker, person) && carriesCases(person)
