import type { SampleCase } from '../../domain/practice/sample-cases.ts'
import { addCase } from '../../store/case/cases.ts'
import type { Scope } from '../../store/engine/database.ts'
import { monitoringsOfCase, recordDone } from '../../store/monitoring/monitorings.ts'
import { storePlan } from '../plan/plan-months.ts'

/**
 * Adds sample cases to a practice region; skips those whose code is there already. Records past months as kept, so that
 * the first look is at a region that works.
 */
export const addSampleCases = async (
  scope: Scope,
  samples: readonly SampleCase[],
  now: Temporal.Instant,
): Promise<void> => {
  for (const { kind, validity, interval, keptBefore, ...wanted } of samples) {
    const supportCase = await addCase(scope, wanted, now)
    if (!supportCase) continue
    await storePlan(scope, { caseId: supportCase.id, kind, validity, lines: [], interval }, now)
    const recorded = { outcome: 'as_planned', recordedBy: wanted.memberId, recordedAt: now } as const
    for (const { id, dueMonth } of await monitoringsOfCase(scope, supportCase.id))
      if (Temporal.PlainYearMonth.compare(dueMonth, keptBefore) < 0)
        await recordDone(scope, id, {
          ...recorded,
          doneOn: dueMonth.toPlainDate({ day: 15 }),
          reason: undefined,
        })
  }
}
