import { inputOf, storePlan } from '../../actions/plan/plan-months.ts'
import { refusalCard } from '../../cards/answer.ts'
import { caseCard } from '../../cards/case/case.ts'
import { writeMonitoringLine } from '../../domain/monitoring/month-list.ts'
import { monitoringsOfCase } from '../../store/monitoring/monitorings.ts'
import { type Plan, plansOfCase } from '../../store/plan/plans.ts'
import { caseView } from '../case/case-view.ts'
import { findOpenCase } from '../case/find-case.ts'
import { type BaseCall, command, type Outcome } from '../legacy/command.ts'
import { lines } from '../legacy/field.ts'
import { caseOption } from '../legacy/options.ts'
import { linesFault, monitoringText } from './plan-fields.ts'

/**
 * `/plan certificate CODE`: what the certificate prints takes the place of what was computed (REGULATION R0). Sent as
 * it stands, it confirms the proposal.
 */
export const certificate = command({
  id: 'plan.certificate',
  words: {
    noun: (t) => t.commands.plan.noun,
    verb: (t) => t.commands.plan.certificate.verb,
    description: (t) => t.commands.plan.certificate.description,
  },
  permission: 'plan.register',
  options: { case: caseOption },
  form: {
    title: (t) => t.plans.certificate.title,
    submit: (t) => t.plans.certificate.submit,
    fields: {
      lines: lines({ words: (t) => t.plans.certificate.lines, maxLength: 400, schema: monitoringText }),
    },
  },
  run: async (call) => {
    const found = await findOpenCase(call, call.options.case)
    if (!found.ok) return found.refusal
    const [plan] = await plansOfCase(call.scope, found.kase.id)
    if (!plan) return noPlan(call, found.kase.code)
    const intro = call.text.plans.certificate.intro(found.kase.code)
    return { kind: 'ask', open: { intro, initial: { lines: await written(call, plan) } } }
  },
  submit: async (call) => {
    const { scope, values, text, language, now } = call
    const found = await findOpenCase(call, call.options.case)
    if (!found.ok) return found.refusal
    const { kase } = found
    const [plan] = await plansOfCase(scope, kase.id)
    if (!plan) return noPlan(call, kase.code)
    const words = text.plans.certificate
    const given = values.lines.lines
    if (given.length === 0) return { kind: 'correct', faults: { fields: { lines: words.asPrinted } } }
    const input = inputOf(plan)
    const fault = linesFault(given, input.validity, call)
    if (fault !== undefined) return { kind: 'correct', faults: { fields: { lines: fault } } }
    await storePlan(scope, { ...input, lines: given }, now)
    call.note('change', 'case', kase.id)
    const view = await caseView(call, kase)
    return { kind: 'say', card: caseCard(view, language, text, words.done(kase.code)) }
  },
})

const noPlan = ({ text }: BaseCall, code: string): Outcome => ({
  kind: 'refuse',
  card: refusalCard('plan.none', text.plans.none(code), text.plans.noneNext(code)),
})

/** The plan's lines, or its proposed months as such a line, ready to be sent as they are. */
const written = async ({ scope }: BaseCall, plan: Plan): Promise<string> => {
  const { lines } = inputOf(plan)
  if (lines.length > 0) return lines.map(writeMonitoringLine).join('\n')
  const months = (await monitoringsOfCase(scope, plan.caseId))
    .filter(({ planId }) => planId === plan.id)
    .map(({ dueMonth }) => dueMonth)
  return months.length === 0 ? '' : writeMonitoringLine({ months })
}
