import { caseCard } from '../../cards/case/case.ts'
import { claimNotesOfPlan } from '../../domain/monitoring/claims.ts'
import type { PlanKind } from '../../domain/monitoring/due-months.ts'
import { monitoringsOfCase } from '../../store/monitoring/monitorings.ts'
import type { Plan } from '../../store/plan/plans.ts'
import { plansOfCase } from '../../store/plan/plans.ts'
import type { Label } from '../../text/catalogue.ts'
import { caseView } from '../case/case-view.ts'
import { findOpenCase } from '../case/find-case.ts'
import { type BaseCall, type Command, command } from '../legacy/command.ts'
import { caseOption } from '../legacy/options.ts'
import { planFault, planFields, storePlanOf } from './plan-fields.ts'

/** A command that registers a plan of one kind: they differ in what is filled in beforehand and what they say. */
export const planCommand = (declared: {
  id: string
  kind: PlanKind
  verb: Label
  description: Label
  title: Label
  /** What is likely, from the plan before. */
  initial(previous: Plan | undefined, today: Temporal.PlainDate): Record<string, string | undefined>
}): Command =>
  command({
    id: declared.id,
    words: { noun: (t) => t.commands.plan.noun, verb: declared.verb, description: declared.description },
    permission: 'plan.register',
    options: { case: caseOption },
    form: { title: declared.title, submit: (t) => t.plans.submit, fields: planFields },
    run: async (call) => {
      const found = await findOpenCase(call, call.options.case)
      if (!found.ok) return found.refusal
      const [previous] = await plansOfCase(call.scope, found.kase.id)
      const intro = introOf(call, found.kase.code, found.kase.selfPlan !== null)
      return { kind: 'ask', open: { intro, initial: declared.initial(previous, call.today) } }
    },
    submit: async (call) => {
      const { values, text, language } = call
      const found = await findOpenCase(call, call.options.case)
      if (!found.ok) return found.refusal
      const { kase } = found
      const faults = planFault(values, kase.selfPlan !== null, call)
      if (faults) return { kind: 'correct', faults }
      await storePlanOf(call, kase, declared.kind, values)
      call.note('change', 'case', kase.id)
      const done = text.plans.done(kase.code, text.cases.kinds[declared.kind])
      const monitored = (await monitoringsOfCase(call.scope, kase.id)).flatMap(({ doneOn }) => doneOn ?? [])
      const notes = claimNotesOfPlan(call.today, monitored).map((note) => text.monitoring.claims[note])
      return { kind: 'say', card: caseCard(await caseView(call, kase), language, text, done, notes) }
    },
  })

const introOf = ({ text }: BaseCall, code: string, selfPlan: boolean): string =>
  selfPlan ? text.plans.introSelfPlan(code) : text.plans.intro(code)
