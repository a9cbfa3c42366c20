import { noticeCard } from '../../cards/answer.ts'
import type { Case } from '../../store/case/cases.ts'
import { lastSuspension, resumeCase } from '../../store/case/suspensions.ts'
import { fieldFaults, refuse } from '../answer.ts'
import type { Call } from '../call.ts'
import { command } from '../command.ts'
import { date } from '../fields.ts'
import { openCaseArgument } from './arguments.ts'
import { sayCase } from './view.ts'

/** `/case resume CODE`: monitoring is due again from a day on. */
export const resume = command('case.resume', {
  permission: 'case.change',
  args: { case: openCaseArgument },
  form: { from: date() },
  open: async ({ args, ...call }) => {
    await suspensionOf(call, args.case)
    return { initial: { from: call.today.toString() } }
  },
  submit: async ({ args, values: { from }, words, ...call }) => {
    const { id, code } = args.case
    const suspension = await suspensionOf(call, args.case)
    if (Temporal.PlainDate.compare(from, suspension.from) <= 0) throw fieldFaults({ from: words.beforeStart })
    if (!(await resumeCase(call.scope, id, from))) throw notSuspended(call, code)
    call.note('change', 'case', id)
    return sayCase(call, args.case, words.done(code))
  },
})

const suspensionOf = async (call: Call, { id, code }: Case) => {
  const last = await lastSuspension(call.scope, id)
  if (last?.to !== null) throw notSuspended(call, code)
  return last
}

const notSuspended = ({ text }: Call, code: string) =>
  refuse(noticeCard('case.not-suspended', text.commands.case.resume.notSuspended(code)))
