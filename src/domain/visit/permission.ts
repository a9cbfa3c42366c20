import {
  type Asker,
  actsFor,
  CASE_WORKERS,
  coordinates,
  hasRole,
  type RolesThatMay,
} from '../member/roles.ts'
import type { Region } from '../region/region.ts'

export const VISIT_PERMISSIONS = {
  'visit.read': [...CASE_WORKERS, 'officer'],
  'visit.report': CASE_WORKERS,
} as const satisfies RolesThatMay

/** Who visits, who stands in for them, and the centre. */
export const mayReportVisit = (asker: Asker, { visitorId }: { visitorId: string }): boolean =>
  coordinates(asker) || actsFor(asker, visitorId)

/** Who may report it, and the officer of the place where the office is. */
export const mayReadVisit = (
  asker: Asker,
  visit: { visitorId: string; officeId: string },
  { offices }: Pick<Region, 'offices'>,
): boolean => {
  const office = offices.find(({ id }) => id === visit.officeId)
  const ofPlace = asker.municipalityId !== undefined && office?.municipality === asker.municipalityId
  return mayReportVisit(asker, visit) || (ofPlace && hasRole(asker, 'officer'))
}
