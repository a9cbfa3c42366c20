import { inputOf, storePlan } from '../../actions/plan/plan-months.ts'
import { writeMonitoringLine } from '../../domain/monitoring/month-list.ts'
import { monitoringsOfCase } from '../../store/monitoring/monitorings.ts'
import type { Plan } from '../../store/plan/plans.ts'
import { fieldFaults } from '../answer.ts'
import type { Call } from '../call.ts'
import { sayCase } from '../case/view.ts'
import { command } from '../command.ts'
import { lines } from '../fields.ts'
import { plannedCaseArgument } from './arguments.ts'
import { linesFault, monitoringText } from './plan-fields.ts'

/**
 * `/plan certificate CODE`: what the certificate prints takes the place of what was computed (REGULATION R0). Sent as
 * it stands, it confirms the proposal.
 */
export const certificate = command('plan.certificate', {
  permission: 'plan.register',
  args: { case: plannedCaseArgument },
  form: { lines: lines({ maxLength: 400, schema: monitoringText }) },
  open: async ({ args: { case: of }, words, ...call }) => ({
    intro: words.intro(of.supportCase.code),
    initial: { lines: await written(call, of.plan) },
  }),
  submit: async ({ args, values, words, ...call }) => {
    const { supportCase, plan } = args.case
    const { lines: printed } = values.lines
    if (printed.length === 0) throw fieldFaults({ lines: words.asPrinted })
    const input = inputOf(plan)
    const fault = linesFault(printed, input.validity, call)
    if (fault !== undefined) throw fieldFaults({ lines: fault })
    await storePlan(call.scope, { ...input, lines: printed }, call.now)
    call.note('change', 'case', supportCase.id)
    return sayCase(call, supportCase, words.done(supportCase.code))
  },
})

/** The plan's lines, or its proposed months as such a line, ready to be sent as they are. */
const written = async ({ scope }: Call, plan: Plan): Promise<string> => {
  const { lines } = inputOf(plan)
  if (lines.length > 0) return lines.map(writeMonitoringLine).join('\n')
  const months = (await monitoringsOfCase(scope, plan.caseId))
    .filter(({ planId }) => planId === plan.id)
    .map(({ dueMonth }) => dueMonth)
  return months.length === 0 ? '' : writeMonitoringLine({ months })
}
