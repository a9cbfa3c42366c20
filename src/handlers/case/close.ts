import { caseCard } from '../../cards/case/case.ts'
import { CLOSING_REASONS, changeCase } from '../../store/case/cases.ts'
import { dateText } from '../fields.ts'
import { command } from '../legacy/command.ts'
import { choice, date } from '../legacy/field.ts'
import { caseOption } from '../legacy/options.ts'
import { caseView } from './case-view.ts'
import { findOpenCase } from './find-case.ts'

/** `/case close CODE`: support has ended. Nothing of it is asked or told from then on. */
export const closeCase = command({
  id: 'case.close',
  words: {
    noun: (t) => t.commands.case.noun,
    verb: (t) => t.commands.case.close.verb,
    description: (t) => t.commands.case.close.description,
  },
  permission: 'case.change',
  options: { case: caseOption },
  form: {
    title: (t) => t.cases.close.title,
    submit: (t) => t.cases.close.submit,
    fields: {
      closedOn: date({ words: (t) => t.cases.fields.closedOn, schema: dateText }),
      reason: choice({
        words: (t) => t.cases.fields.closingReason,
        values: CLOSING_REASONS,
        labels: (t) => t.cases.closingReasons,
      }),
    },
  },
  run: async (call) => {
    const found = await findOpenCase(call, call.options.case)
    if (!found.ok) return found.refusal
    const intro = call.text.cases.close.intro(found.kase.code)
    return { kind: 'ask', open: { intro, initial: { closedOn: call.today.toString() } } }
  },
  submit: async (call) => {
    const { scope, values, today, text, language } = call
    const found = await findOpenCase(call, call.options.case)
    if (!found.ok) return found.refusal
    const { kase } = found
    if (Temporal.PlainDate.compare(values.closedOn, today) > 0)
      return { kind: 'correct', faults: { fields: { closedOn: text.cases.close.future } } }
    const change = { closedOn: values.closedOn, closingReason: values.reason }
    await changeCase(scope, kase.id, change)
    call.note('change', 'case', kase.id)
    const view = await caseView(call, { ...kase, ...change })
    return { kind: 'say', card: caseCard(view, language, text, text.cases.close.done(kase.code)) }
  },
})
