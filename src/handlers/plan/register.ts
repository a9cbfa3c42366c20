import { claimNotesOfPlan } from '../../domain/monitoring/claims.ts'
import type { PlanKind } from '../../domain/monitoring/due-months.ts'
import { monitoringsOfCase } from '../../store/monitoring/monitorings.ts'
import { type Plan, plansOfCase } from '../../store/plan/plans.ts'
import { openCaseArgument } from '../case/arguments.ts'
import { sayCase } from '../case/view.ts'
import { command } from '../command.ts'
import { checkPlan, planFields, storePlanOf } from './plan-fields.ts'

/** Defaults of the form, from the plan before. */
type Likely = (previous: Plan | undefined, today: Temporal.PlainDate) => Record<string, string | undefined>

/** Declares a command that registers a plan; the three differ in what they fill in beforehand and what they say. */
const planCommand = (id: 'plan.new' | 'plan.change' | 'plan.renew', kind: PlanKind, likely: Likely) =>
  command(id, {
    permission: 'plan.register',
    args: { case: openCaseArgument },
    form: planFields,
    open: async ({ args, scope, today, text }) => {
      const { id: caseId, code, selfPlan } = args.case
      const [previous] = await plansOfCase(scope, caseId)
      const intro = selfPlan === null ? text.plans.intro : text.plans.introSelfPlan
      return { intro: intro(code), initial: likely(previous, today) }
    },
    submit: async ({ args: { case: supportCase }, values, ...call }) => {
      const { scope, today, text } = call
      const { id: caseId, code, selfPlan } = supportCase
      checkPlan(call, values, selfPlan !== null)
      await storePlanOf(call, supportCase, kind, values)
      call.note('change', 'case', caseId)
      const monitored = (await monitoringsOfCase(scope, caseId)).flatMap(({ doneOn }) => doneOn ?? [])
      const notes = claimNotesOfPlan(today, monitored).map((note) => text.monitoring.claims[note])
      return sayCase(call, supportCase, text.plans.done(code, text.cases.kinds[kind]), notes)
    },
  })

/** `/plan new CODE`: a first plan, or one after a gap. Monthly for three months, then by its interval. */
export const newPlan = planCommand('plan.new', 'new', (_, today) => ({ validFrom: today.toString() }))

/** `/plan change CODE`: from its first day on it takes the place of the plan before, in the same validity. */
export const changePlan = planCommand('plan.change', 'change', (previous, today) => ({
  validFrom: today.toString(),
  validTo: previous?.validTo.toString(),
}))

/** `/plan renew CODE`: the plan that follows on the one that ends. */
export const renewPlan = planCommand('plan.renew', 'renewal', (previous, today) => {
  const start = previous ? previous.validTo.add({ days: 1 }) : today
  return {
    validFrom: start.toString(),
    validTo: start.add({ years: 1 }).subtract({ days: 1 }).toString(),
    monitoring: previous?.intervalMonths ? String(previous.intervalMonths) : undefined,
  }
})
