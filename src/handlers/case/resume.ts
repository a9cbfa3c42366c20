import { refusalCard } from '../../cards/answer.ts'
import { caseCard } from '../../cards/case/case.ts'
import { lastSuspension, resumeCase } from '../../store/case/suspensions.ts'
import { dateText } from '../fields.ts'
import { command } from '../legacy/command.ts'
import { date } from '../legacy/field.ts'
import { caseOption } from '../legacy/options.ts'
import { caseView } from './case-view.ts'
import { findOpenCase } from './find-case.ts'

/** `/case resume CODE`: monitoring is due again from a day on. */
export const resume = command({
  id: 'case.resume',
  words: {
    noun: (t) => t.commands.case.noun,
    verb: (t) => t.commands.case.resume.verb,
    description: (t) => t.commands.case.resume.description,
  },
  permission: 'case.change',
  options: { case: caseOption },
  form: {
    title: (t) => t.cases.resume.title,
    submit: (t) => t.cases.resume.submit,
    fields: { from: date({ words: (t) => t.cases.fields.resumedFrom, schema: dateText }) },
  },
  run: async (call) => {
    const found = await findOpenCase(call, call.options.case)
    if (!found.ok) return found.refusal
    const last = await lastSuspension(call.scope, found.kase.id)
    if (!last || last.to !== null) {
      const heading = call.text.cases.resume.notSuspended(found.kase.code)
      return { kind: 'refuse', card: refusalCard('case.not-suspended', heading) }
    }
    return { kind: 'ask', open: { initial: { from: call.today.toString() } } }
  },
  submit: async (call) => {
    const { scope, values, text, language } = call
    const found = await findOpenCase(call, call.options.case)
    if (!found.ok) return found.refusal
    const { kase } = found
    const words = text.cases.resume
    const last = await lastSuspension(scope, kase.id)
    if (last && Temporal.PlainDate.compare(values.from, last.from) <= 0)
      return { kind: 'correct', faults: { fields: { from: words.beforeStart } } }
    if (!(await resumeCase(scope, kase.id, values.from)))
      return { kind: 'refuse', card: refusalCard('case.not-suspended', words.notSuspended(kase.code)) }
    call.note('change', 'case', kase.id)
    return { kind: 'say', card: caseCard(await caseView(call, kase), language, text, words.done(kase.code)) }
  },
})
