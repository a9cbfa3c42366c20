import { visitReportedCard } from '../../cards/visit.ts'
import { officeName } from '../../domain/region/names.ts'
import { reportVisit } from '../../store/visit/visits.ts'
import { fieldFaults, say } from '../answer.ts'
import { command } from '../command.ts'
import { date, lines } from '../fields.ts'
import { visitToReport } from './arguments.ts'

/** The button of a visit: what was seen, shortly, for the municipality. */
export const reportVisitCommand = command('visit.done', {
  hidden: true,
  permission: 'visit.report',
  args: { visit: visitToReport },
  form: { doneOn: date(), report: lines({ maxLength: 600 }) },
  open: ({ args: { visit }, region, today, words }) => ({
    intro: words.intro(officeName(region, visit.officeId)),
    initial: { doneOn: today.toString() },
  }),
  submit: async ({ args: { visit }, values, ...call }) => {
    const { scope, region, asker, today, now, text } = call
    if (Temporal.PlainDate.compare(values.doneOn, today) > 0)
      throw fieldFaults({ doneOn: text.visits.future })
    if (!(await reportVisit(scope, visit.id, { ...values, by: asker.memberId, at: now })))
      await call.recheck()
    call.note('change', 'visit', visit.id)
    return say(visitReportedCard(officeName(region, visit.officeId), text))
  },
})
