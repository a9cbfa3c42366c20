import { removePlan } from '../../actions/plan/plan-months.ts'
import { noticeCard } from '../../cards/answer.ts'
import { refuse } from '../answer.ts'
import { sayCase } from '../case/view.ts'
import { command } from '../command.ts'
import { plannedCaseArgument } from './arguments.ts'
import { newPlanStartOf } from './plan-fields.ts'

/** `/plan remove CODE`: deletes the latest plan as a mistake. Refuses where people have recorded something of it. */
export const removePlanCommand = command('plan.remove', {
  permission: 'plan.register',
  args: { case: plannedCaseArgument },
  run: async ({ args, words, ...call }) => {
    const { supportCase, plan } = args.case
    const { id, code } = supportCase
    if (!(await removePlan(call.scope, plan, newPlanStartOf(call.region, supportCase))))
      throw refuse(noticeCard('plan.in-use', words.inUse, words.inUseNext(code)))
    call.note('change', 'case', id)
    return sayCase(call, supportCase, words.removed(code))
  },
})
