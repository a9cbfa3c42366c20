import { noticeCard } from '../../cards/answer.ts'
import { dropMonthsBetween } from '../../store/monitoring/monitorings.ts'
import { refuse } from '../answer.ts'
import { command } from '../command.ts'
import { caseArgument } from './arguments.ts'
import { sayChanged } from './view.ts'

/** `/case reopen CODE`: support begins again. Months that went by while it was closed are not asked for. */
export const reopenCase = command('case.reopen', {
  permission: 'case.change',
  args: { case: caseArgument.toChange },
  run: async ({ args, words, ...call }) => {
    const { id, code, closedOn } = args.case
    if (closedOn === null) throw refuse(noticeCard('case.open', words.isOpen(code)))
    await dropMonthsBetween(call.scope, id, closedOn.toPlainYearMonth(), call.today.toPlainYearMonth())
    return sayChanged(call, args.case, { closedOn: null, closingReason: null }, words.done(code))
  },
})
