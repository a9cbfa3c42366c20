import { type CaseFacts, mayWorkOnCase } from '../case/permission.ts'
import {
  type Asker,
  actsFor,
  CASE_WORKERS,
  carriesCases,
  coordinates,
  type RolesThatMay,
} from '../member/roles.ts'
import type { Region } from '../region/region.ts'

export const HANDOVER_PERMISSIONS = {
  'handover.write': CASE_WORKERS,
} as const satisfies RolesThatMay

type Receiver = Pick<Region['members'][number], 'office' | 'roles'>

/** A sheet goes to somebody of an office; with the case, to somebody whose work it is. */
export const mayReceiveSheet = ({ office, roles }: Receiver, { assigns }: { assigns: boolean }): boolean =>
  office !== undefined && (!assigns || carriesCases({ roles }))

type Waiting = {
  assigns: boolean
  sentAt: Temporal.Instant
  supportCase: CaseFacts & { closedOn: Temporal.PlainDate | null; assignedAt: Temporal.Instant | null }
}

/**
 * What was sent holds while its sender could still send it, to whom it was sent: the case is open and theirs to work
 * on. One that takes the case along ends when the case goes to somebody else meanwhile. `sender`, `receiver`: as they
 * are now; undefined when they left.
 */
export const holds = (
  { assigns, sentAt, supportCase }: Waiting,
  { sender, receiver }: { sender: Asker | undefined; receiver: Receiver | undefined },
): boolean => {
  const { closedOn, assignedAt } = supportCase
  if (!sender || !receiver || closedOn !== null) return false
  const movedSince = assignedAt !== null && Temporal.Instant.compare(assignedAt, sentAt) >= 0
  return (
    mayWorkOnCase(sender, supportCase) && mayReceiveSheet(receiver, { assigns }) && !(assigns && movedSince)
  )
}

/** Both sides and the centre: nobody else, and of the case no more than this sheet. */
export const mayReadSheet = (asker: Asker, sheet: { senderId: string; receiverId: string }): boolean =>
  coordinates(asker) || actsFor(asker, sheet.senderId) || actsFor(asker, sheet.receiverId)

/** Once it has expired, its sides learn that it has, and nothing of the case any more. */
export const mayReadExpired = (asker: Asker): boolean => coordinates(asker)

export const mayAnswerSheet = (asker: Asker, { receiverId }: { receiverId: string }): boolean =>
  actsFor(asker, receiverId)
