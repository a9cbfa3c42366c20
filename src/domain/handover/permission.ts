import { type Asker, actsFor, CASE_WORKERS, coordinates, type RolesThatMay } from '../member/roles.ts'

export const HANDOVER_PERMISSIONS = {
  'handover.write': CASE_WORKERS,
} as const satisfies RolesThatMay

/** Both sides and the centre: nobody else, and of the case no more than this sheet. */
export const mayReadSheet = (asker: Asker, sheet: { senderId: string; receiverId: string }): boolean =>
  coordinates(asker) || actsFor(asker, sheet.senderId) || actsFor(asker, sheet.receiverId)

export const mayAnswerSheet = (asker: Asker, { receiverId }: { receiverId: string }): boolean =>
  actsFor(asker, receiverId)
