import { CASE_WORKERS, hasRole, type Role, type RolesThatMay } from '../member/roles.ts'

export const MONITORING_PERMISSIONS = {
  'monitoring.read': [...CASE_WORKERS, 'officer'],
  'monitoring.record': CASE_WORKERS,
  'interval.propose': CASE_WORKERS,
  'interval.decide': ['officer', 'coordinator'],
  'forecast.read': ['coordinator', 'officer'],
} as const satisfies RolesThatMay

type Person = { roles: readonly Role[]; municipality?: string | undefined }

/** The officers of the municipality that decides a case's plans. */
export const decidesIntervals = (person: Person, of: { municipalityId: string | null }): boolean =>
  hasRole(person, 'officer') && person.municipality === of.municipalityId
