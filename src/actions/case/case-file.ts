import type { Case } from '../../store/case/cases.ts'
import type { Scope } from '../../store/engine/database.ts'
import { type Monitoring, monitoringsOfCase, reasonOf } from '../../store/monitoring/monitorings.ts'
import { type Plan, plansOfCase } from '../../store/plan/plans.ts'
import { type Summary, summaryOfPlan } from '../../store/summary/summaries.ts'

/** A case with what is shown beside it: its current plan, that plan's due months, and its summary without the text. */
export type CaseFile = {
  kase: Case
  plan: Plan | undefined
  monitorings: Monitoring[]
  summary: Summary | undefined
  /** What was recorded last, of any of its plans. */
  last: (Monitoring & { text: string | undefined }) | undefined
}

export const caseFile = async (scope: Scope, kase: Case): Promise<CaseFile> => {
  const [plan] = await plansOfCase(scope, kase.id)
  const monitorings = await monitoringsOfCase(scope, kase.id)
  const submitted = plan && (await summaryOfPlan(scope, plan.id))
  const recorded = monitorings.findLast(({ doneOn }) => doneOn !== null)
  return {
    kase,
    plan,
    monitorings: monitorings.filter(({ planId }) => planId === plan?.id),
    summary: submitted,
    last: recorded && { ...recorded, text: await reasonOf(scope, recorded.id) },
  }
}
