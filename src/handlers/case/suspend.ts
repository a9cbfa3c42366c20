import { noticeCard } from '../../cards/answer.ts'
import type { Case } from '../../store/case/cases.ts'
import { lastSuspension, suspendCase } from '../../store/case/suspensions.ts'
import { fieldFaults, refuse } from '../answer.ts'
import type { Call } from '../call.ts'
import { command } from '../command.ts'
import { date } from '../fields.ts'
import { openCaseArgument } from './arguments.ts'
import { sayCase } from './view.ts'

/** `/case suspend CODE`: no monitoring is due for a time, as during a long stay in hospital. */
export const suspend = command('case.suspend', {
  permission: 'case.change',
  args: { case: openCaseArgument },
  form: { from: date() },
  open: async ({ args, words, ...call }) => {
    await endOfLast(call, args.case)
    return { intro: words.intro, initial: { from: call.today.toString() } }
  },
  submit: async ({ args, values: { from }, words, ...call }) => {
    const { id, code } = args.case
    const end = await endOfLast(call, args.case)
    if (end && Temporal.PlainDate.compare(from, end) <= 0) throw fieldFaults({ from: words.overlaps })
    await suspendCase(call.scope, { caseId: id, from, recordedBy: call.asker.memberId })
    call.note('change', 'case', id)
    return sayCase(call, args.case, words.done(code))
  },
})

/** Returns until when the case was suspended before; refuses while it still is. */
const endOfLast = async ({ scope, text }: Call, { id, code }: Case) => {
  const last = await lastSuspension(scope, id)
  if (last?.to === null) throw refuse(noticeCard('case.suspended', text.commands.case.suspend.already(code)))
  return last?.to
}
