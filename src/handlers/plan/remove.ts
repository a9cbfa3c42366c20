import { removePlan } from '../../actions/plan/plan-months.ts'
import { refusalCard } from '../../cards/answer.ts'
import { caseCard } from '../../cards/case/case.ts'
import { plansOfCase } from '../../store/plan/plans.ts'
import { caseView } from '../case/case-view.ts'
import { findOpenCase } from '../case/find-case.ts'
import { command } from '../legacy/command.ts'
import { caseOption } from '../legacy/options.ts'

/** `/plan remove CODE`: the latest plan was a mistake. What people have recorded of it is never taken away. */
export const removePlanCommand = command({
  id: 'plan.remove',
  words: {
    noun: (t) => t.commands.plan.noun,
    verb: (t) => t.commands.plan.remove.verb,
    description: (t) => t.commands.plan.remove.description,
  },
  permission: 'plan.register',
  options: { case: caseOption },
  run: async (call) => {
    const { scope, region, text, language } = call
    const found = await findOpenCase(call, call.options.case)
    if (!found.ok) return found.refusal
    const { kase } = found
    const words = text.plans
    const [plan] = await plansOfCase(scope, kase.id)
    if (!plan)
      return {
        kind: 'refuse',
        card: refusalCard('plan.none', words.none(kase.code), words.noneNext(kase.code)),
      }
    const municipality = region.municipalities.find(({ id }) => id === kase.municipalityId)
    if (!(await removePlan(scope, plan, municipality?.newPlanStart)))
      return { kind: 'refuse', card: refusalCard('plan.in-use', words.inUse, words.inUseNext(kase.code)) }
    call.note('change', 'case', kase.id)
    return {
      kind: 'say',
      card: caseCard(await caseView(call, kase), language, text, words.removed(kase.code)),
    }
  },
})
