import { reopenGivenUp } from '../../store/delivery/failed-deliveries.ts'
import type { Scope } from '../../store/engine/database.ts'
import { writeAudit } from '../../store/keeping/audit.ts'

/** Retries now a message that was given up. `action` names who asked in the audit log. */
export const retryDelivery = async (
  scope: Scope,
  id: string,
  action: string,
  now: Temporal.Instant,
): Promise<boolean> => {
  const isAgain = await reopenGivenUp(scope, id, now)
  if (isAgain)
    await writeAudit(scope, [{ at: now, action, access: 'change', subjectKind: 'delivery', subjectId: id }])
  return isAgain
}
