import { type Asker, CASE_WORKERS, coordinates, type RolesThatMay } from '../member/roles.ts'

export const OPENINGS_PERMISSIONS = {
  'openings.read': [...CASE_WORKERS, 'officer'],
  'openings.tell': CASE_WORKERS,
} as const satisfies RolesThatMay

export const mayTellOpenings = (asker: Asker, office: { id: string }): boolean =>
  coordinates(asker) || asker.officeId === office.id
