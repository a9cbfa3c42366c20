import { markTextsPurged } from '../../store/case/cases.ts'
import type { Scope } from '../../store/engine/database.ts'
import { dropFollowUpsOfCase } from '../../store/followup/follow-ups.ts'
import { writeAudit } from '../../store/keeping/audit.ts'
import { erase } from '../../store/keeping/erase.ts'

/**
 * Erases everything that was written of a case. Keeps its code, its dates, and that something was written; and the
 * minutes, for as long as the region keeps minutes: they hold what a meeting said.
 */
export const purgeCaseTexts = async (
  scope: Scope,
  { id, code }: { id: string; code: string },
  now: Temporal.Instant,
): Promise<void> => {
  await dropFollowUpsOfCase(scope, id, now)
  await erase(scope, 'case', { id, code })
  await markTextsPurged(scope, id, now)
  await writeAudit(scope, [
    { at: now, action: 'case.purge', access: 'change', subjectKind: 'case', subjectId: id },
  ])
}
