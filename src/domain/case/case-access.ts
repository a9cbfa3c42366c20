import type { Asker } from '../member/roles.ts'

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
  if (asker.roles.includes('coordinator')) return { reach: 'region' }
  if (asker.officeId && asker.roles.some((role) => role === 'specialist' || role === 'chief_specialist'))
    return { reach: 'office', officeId: asker.officeId, standsInFor: asker.standsInFor ?? [] }
  if (asker.municipalityId && asker.roles.includes('officer'))
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
