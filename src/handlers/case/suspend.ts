import { refusalCard } from '../../cards/answer.ts'
import { caseCard } from '../../cards/case/case.ts'
import { lastSuspension, suspendCase } from '../../store/case/suspensions.ts'
import { dateText } from '../fields.ts'
import { command } from '../legacy/command.ts'
import { date } from '../legacy/field.ts'
import { caseOption } from '../legacy/options.ts'
import { caseView } from './case-view.ts'
import { findOpenCase } from './find-case.ts'

/** `/case suspend CODE`: no monitoring is due for a time, as during a long stay in hospital. */
export const suspend = command({
  id: 'case.suspend',
  words: {
    noun: (t) => t.commands.case.noun,
    verb: (t) => t.commands.case.suspend.verb,
    description: (t) => t.commands.case.suspend.description,
  },
  permission: 'case.change',
  options: { case: caseOption },
  form: {
    title: (t) => t.cases.suspend.title,
    submit: (t) => t.cases.suspend.submit,
    fields: { from: date({ words: (t) => t.cases.fields.suspendedFrom, schema: dateText }) },
  },
  run: async (call) => {
    const found = await findOpenCase(call, call.options.case)
    if (!found.ok) return found.refusal
    const words = call.text.cases.suspend
    const last = await lastSuspension(call.scope, found.kase.id)
    if (last && last.to === null)
      return { kind: 'refuse', card: refusalCard('case.suspended', words.already(found.kase.code)) }
    return { kind: 'ask', open: { intro: words.intro, initial: { from: call.today.toString() } } }
  },
  submit: async (call) => {
    const { scope, values, text, language, asker } = call
    const found = await findOpenCase(call, call.options.case)
    if (!found.ok) return found.refusal
    const { kase } = found
    const words = text.cases.suspend
    const last = await lastSuspension(scope, kase.id)
    if (last && last.to === null)
      return { kind: 'refuse', card: refusalCard('case.suspended', words.already(kase.code)) }
    if (last?.to && Temporal.PlainDate.compare(values.from, last.to) <= 0)
      return { kind: 'correct', faults: { fields: { from: words.overlaps } } }
    await suspendCase(scope, { caseId: kase.id, from: values.from, recordedBy: asker.memberId })
    call.note('change', 'case', kase.id)
    return { kind: 'say', card: caseCard(await caseView(call, kase), language, text, words.done(kase.code)) }
  },
})
