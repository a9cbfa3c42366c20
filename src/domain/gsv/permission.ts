import { CASE_WORKERS, EVERYBODY, type RolesThatMay } from '../member/roles.ts'

export const GSV_PERMISSIONS = {
  'gsv.offer': CASE_WORKERS,
  'gsv.arrange': ['coordinator'],
  'gsv.read': EVERYBODY,
} as const satisfies RolesThatMay
