import { noticeCard } from '../../cards/answer.ts'
import type { Case } from '../../store/case/cases.ts'
import { type Plan, plansOfCase } from '../../store/plan/plans.ts'
import { refuse } from '../answer.ts'
import type { Argument } from '../arguments.ts'
import { openCaseArgument } from '../case/arguments.ts'

/** A case to work on that has a plan, with the latest. */
export const plannedCaseArgument: Argument<{ supportCase: Case; plan: Plan }> = {
  options: openCaseArgument.options,
  resolve: async (call, given, name) => {
    const supportCase = await openCaseArgument.resolve(call, given, name)
    const [plan] = await plansOfCase(call.scope, supportCase.id)
    if (plan) return { supportCase, plan }
    const { none, noneNext } = call.text.plans
    throw refuse(noticeCard('plan.none', none(supportCase.code), noneNext(supportCase.code)))
  },
}
