import type { RolesThatMay } from '../member/roles.ts'

export const REGION_PERMISSIONS = {
  'region.change': ['coordinator'],
  'region.overview': ['coordinator'],
} as const satisfies RolesThatMay
