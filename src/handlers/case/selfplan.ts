import { SELF_PLANS } from '../../store/case/cases.ts'
import { command } from '../command.ts'
import { choice } from '../fields.ts'
import { openCaseArgument } from './arguments.ts'
import { sayChanged } from './view.ts'

/** `/case selfplan CODE`: セルフプラン, by the user's wish or for want of an office; both are counted (SYSTEMS.md F22). */
export const setSelfPlan = command('case.selfplan', {
  permission: 'case.change',
  args: { case: openCaseArgument },
  form: { selfPlan: choice({ values: [...SELF_PLANS, 'none'], labels: (t) => t.cases.selfPlans }) },
  open: ({ args }) => ({ initial: { selfPlan: args.case.selfPlan ?? 'none' } }),
  submit: ({ args, values, words, ...call }) => {
    const selfPlan = values.selfPlan === 'none' ? null : values.selfPlan
    return sayChanged(call, args.case, { selfPlan }, words.done(args.case.code))
  },
})
