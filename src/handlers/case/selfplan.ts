import { caseCard } from '../../cards/case/case.ts'
import { changeCase, SELF_PLANS } from '../../store/case/cases.ts'
import { command } from '../legacy/command.ts'
import { choice } from '../legacy/field.ts'
import { caseOption } from '../legacy/options.ts'
import { caseView } from './case-view.ts'
import { findOpenCase } from './find-case.ts'

/** `/case selfplan CODE`: セルフプラン, by the user's wish or for want of an office; both are counted (SYSTEMS.md F22). */
export const setSelfPlan = command({
  id: 'case.selfplan',
  words: {
    noun: (t) => t.commands.case.noun,
    verb: (t) => t.commands.case.selfplan.verb,
    description: (t) => t.commands.case.selfplan.description,
  },
  permission: 'case.change',
  options: { case: caseOption },
  form: {
    title: (t) => t.cases.selfPlan.title,
    submit: (t) => t.cases.selfPlan.submit,
    fields: {
      selfPlan: choice({
        words: (t) => t.cases.fields.selfPlan,
        values: [...SELF_PLANS, 'none'] as const,
        labels: (t) => t.cases.selfPlans,
      }),
    },
  },
  run: async (call) => {
    const found = await findOpenCase(call, call.options.case)
    if (!found.ok) return found.refusal
    return { kind: 'ask', open: { initial: { selfPlan: found.kase.selfPlan ?? 'none' } } }
  },
  submit: async (call) => {
    const { scope, values, text, language } = call
    const found = await findOpenCase(call, call.options.case)
    if (!found.ok) return found.refusal
    const { kase } = found
    const change = { selfPlan: values.selfPlan === 'none' ? null : values.selfPlan }
    await changeCase(scope, kase.id, change)
    call.note('change', 'case', kase.id)
    const view = await caseView(call, { ...kase, ...change })
    return { kind: 'say', card: caseCard(view, language, text, text.cases.selfPlan.done(kase.code)) }
  },
})
