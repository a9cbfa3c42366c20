import { type Asker, coordinates, EVERYBODY, type RolesThatMay } from '../member/roles.ts'

export const DELIVERY_PERMISSIONS = {
  'delivery.own': EVERYBODY,
  'delivery.manage': ['coordinator'],
} as const satisfies RolesThatMay

/** Everybody sees what was due to them; the centre sees everybody's. */
export const maySeeDeliveries = (asker: Asker, member: { id: string }): boolean =>
  coordinates(asker) || member.id === asker.memberId

export const mayRetryDelivery = (asker: Asker): boolean => coordinates(asker)
