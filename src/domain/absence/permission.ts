import { type Asker, CASE_WORKERS, coordinates, hasRole, type RolesThatMay } from '../member/roles.ts'
import type { Region } from '../region/region.ts'

export const ABSENCE_PERMISSIONS = {
  'absence.take': CASE_WORKERS,
} as const satisfies RolesThatMay

/** One's own; the centre registers anybody's. */
export const mayRegisterAbsenceOf = (asker: Asker, { id }: { id: string }): boolean =>
  coordinates(asker) || asker.memberId === id

type Member = Region['members'][number]

/**
 * Who stands in sees what the absent sees, and works on it: somebody whose work that is, of the same office or the
 * centre. Of another office only by the centre's word.
 */
export const mayNameDeputy = (asker: Asker, absent: Member, deputy: Member): boolean =>
  deputy.id !== absent.id &&
  deputy.office !== undefined &&
  hasRole(deputy, ...CASE_WORKERS) &&
  (coordinates(asker) || coordinates(deputy) || deputy.office === absent.office)
