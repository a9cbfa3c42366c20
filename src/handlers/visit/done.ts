import { visitReportedCard } from '../../cards/visit.ts'
import { memberName, officeName } from '../../domain/region/names.ts'
import { reportVisit, type Visit } from '../../store/visit/visits.ts'
import { dateText } from '../fields.ts'
import { type BaseCall, command, type Outcome } from '../legacy/command.ts'
import { date, lines } from '../legacy/field.ts'
import { findVisit, mayReport, refuseVisit, visitOption } from './find-visit.ts'

/** The button of a visit: what was seen, shortly, for the municipality. */
export const reportVisitCommand = command({
  id: 'visit.done',
  words: {
    noun: (t) => t.commands.visit.noun,
    verb: (t) => t.commands.visit.done.verb,
    description: (t) => t.commands.visit.done.description,
  },
  hidden: true,
  permission: 'visit.report',
  options: { visit: visitOption },
  form: {
    title: (t) => t.visits.done.title,
    submit: (t) => t.visits.done.submit,
    fields: {
      doneOn: date({ words: (t) => t.visits.fields.doneOn, schema: dateText }),
      report: lines<string>({ words: (t) => t.visits.fields.report, maxLength: 600 }),
    },
  },
  run: async (call) => {
    const found = await reportable(call, call.options.visit)
    if (!found.ok) return found.refusal
    const intro = call.text.visits.done.intro(officeName(call.region, found.visit.officeId))
    return { kind: 'ask', open: { intro, initial: { doneOn: call.today.toString() } } }
  },
  submit: async (call) => {
    const { scope, region, asker, options, values, today, now, text } = call
    const found = await reportable(call, options.visit)
    if (!found.ok) return found.refusal
    if (Temporal.PlainDate.compare(values.doneOn, today) > 0)
      return { kind: 'correct', faults: { fields: { doneOn: text.visits.future } } }
    const { id, officeId } = found.visit
    if (!(await reportVisit(scope, id, { ...values, by: asker.memberId, at: now }))) {
      const again = await reportable(call, options.visit)
      if (!again.ok) return again.refusal
    }
    call.note('change', 'visit', id)
    return { kind: 'say', card: visitReportedCard(officeName(region, officeId), text) }
  },
})

const reportable = async (
  call: BaseCall,
  id: string,
): Promise<{ ok: true; visit: Visit } | { ok: false; refusal: Outcome }> => {
  const found = await findVisit(call, id)
  if (!found.ok) return found
  const { visits: words } = call.text
  const { doneOn, reportedBy } = found.visit
  if (!mayReport(call, found.visit)) return { ok: false, refusal: refuseVisit(words.notYours) }
  if (doneOn === null) return found
  const name = memberName(call.region, reportedBy ?? '')
  return { ok: false, refusal: refuseVisit(words.reportedAlready(name)) }
}
