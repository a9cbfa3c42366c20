import type { Choice } from '../../bot/card.ts'
import { noticeCard } from '../../cards/answer.ts'
import { recordedCard } from '../../cards/monitoring/monitoring.ts'
import { writeMonth } from '../../domain/calendar/write-date.ts'
import { mayWorkOnCase } from '../../domain/case/permission.ts'
import { actsForWhom } from '../../domain/member/roles.ts'
import type { Case } from '../../store/case/cases.ts'
import {
  dueMonitorings,
  OUTCOMES,
  openMonitoringsOf,
  recordDone,
} from '../../store/monitoring/monitorings.ts'
import { fieldFaults, refuse, say } from '../answer.ts'
import type { Call } from '../call.ts'
import { caseArgument } from '../case/arguments.ts'
import { command } from '../command.ts'
import { choice, date, longText, optional } from '../fields.ts'
import { openMonthArgument } from './arguments.ts'

/** What a platform's list holds. */
const OFFERED = 25

/** `/monitoring done [case]`, or the button beside a due month. */
export const recordMonitoring = command('monitoring.done', {
  permission: 'monitoring.record',
  args: { case: caseArgument.toChange.optional, monitoring: openMonthArgument.optional },
  form: {
    monitoring: choice(),
    doneOn: date(),
    outcome: choice({ values: OUTCOMES, labels: (t) => t.monitoring.outcomes }),
    reason: optional(longText({ maxLength: 300 })),
  },
  open: async ({ args, words, ...call }) => {
    const { today, language, text } = call
    const open = args.monitoring ? [args.monitoring] : await openMonths(call, args.case)
    const offered = open.slice(0, OFFERED).map(
      ({ id, code, dueMonth }): Choice => ({
        value: id,
        label: text.monitoring.due.item(code, writeMonth(dueMonth, language)),
      }),
    )
    const [first] = offered
    if (!first) {
      const heading = args.case ? words.nothingDue(args.case.code) : text.monitoring.due.none
      throw refuse(noticeCard('monitoring.refused', heading))
    }
    return {
      initial: { monitoring: first.value, doneOn: today.toString(), outcome: 'as_planned' },
      choices: { monitoring: offered },
    }
  },
  submit: async ({ values, words, ...call }) => {
    const { scope, asker, now, today, language, text } = call
    const { doneOn, outcome, reason } = values
    const month = await openMonthArgument.find(call, values.monitoring)
    if (Temporal.PlainDate.compare(doneOn, today) > 0) throw fieldFaults({ doneOn: words.future })
    if (outcome === 'could_not_meet' && reason === undefined)
      throw fieldFaults({ reason: words.reasonMissing })
    const done = { doneOn, outcome }
    const recorded = { ...done, reason, recordedBy: asker.memberId, recordedAt: now }
    if (!(await recordDone(scope, month.id, recorded))) await openMonthArgument.find(call, month.id)
    call.note('change', 'monitoring', month.id)
    return say(recordedCard({ ...month, ...done }, language, text))
  },
})

/** Those of one case, or what is due of the asker's and of those they stand in for, as far as they work on it. */
const openMonths = async ({ scope, asker, today }: Call, supportCase: Case | undefined) => {
  if (!supportCase) {
    const due = await dueMonitorings(scope, today, { memberIds: actsForWhom(asker) })
    return due.filter((one) => mayWorkOnCase(asker, one))
  }
  const { id, code } = supportCase
  return (await openMonitoringsOf(scope, id)).map((month) => ({ ...month, code }))
}
