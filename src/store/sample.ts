import type { SampleCase } from '../domain/sample/sample-cases.ts'
import { addCase } from './cases.ts'
import type { Scope } from './database.ts'
import { storePlan } from './plan-months.ts'

/** Puts invented cases into a region that is for trying out; those whose code is there already stay. */
export const addSampleCases = async (
  scope: Scope,
  samples: readonly SampleCase[],
  now: Temporal.Instant,
): Promise<void> => {
  for (const { kind, validity, interval, ...wanted } of samples) {
    const kase = await addCase(scope, wanted, now)
    if (kase) await storePlan(scope, { caseId: kase.id, kind, validity, lines: [], interval }, now)
  }
}
