import { CLOSING_REASONS } from '../../store/case/cases.ts'
import { fieldFaults } from '../answer.ts'
import { command } from '../command.ts'
import { choice, date } from '../fields.ts'
import { openCaseArgument } from './arguments.ts'
import { sayChanged } from './view.ts'

/** `/case close CODE`: support has ended. Nothing of it is asked or told from then on. */
export const closeCase = command('case.close', {
  permission: 'case.change',
  args: { case: openCaseArgument },
  form: {
    closedOn: date(),
    reason: choice({ values: CLOSING_REASONS, labels: (t) => t.cases.closingReasons }),
  },
  open: ({ args, today, words }) => ({
    intro: words.intro(args.case.code),
    initial: { closedOn: today.toString() },
  }),
  submit: ({ args, values: { closedOn, reason }, words, ...call }) => {
    if (Temporal.PlainDate.compare(closedOn, call.today) > 0) throw fieldFaults({ closedOn: words.future })
    return sayChanged(call, args.case, { closedOn, closingReason: reason }, words.done(args.case.code))
  },
})
