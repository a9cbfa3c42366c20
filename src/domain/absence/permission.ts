import { type Asker, CASE_WORKERS, coordinates, type RolesThatMay } from '../member/roles.ts'

export const ABSENCE_PERMISSIONS = {
  'absence.take': CASE_WORKERS,
} as const satisfies RolesThatMay

/** One's own; the centre registers anybody's. */
export const mayRegisterAbsenceOf = (asker: Asker, { id }: { id: string }): boolean =>
  coordinates(asker) || asker.memberId === id
