import { handoverSaidCard } from '../../cards/handover.ts'
import { answerSheet } from '../../store/handover/handover-sheets.ts'
import { command } from '../legacy/command.ts'
import { lines } from '../legacy/field.ts'
import { findSheet, sheetOption } from './find-sheet.ts'

/** The receiver sends it back with a question. */
export const returnHandover = command({
  id: 'handover.back',
  words: {
    noun: (t) => t.commands.handover.noun,
    verb: (t) => t.commands.handover.back.verb,
    description: (t) => t.commands.handover.back.description,
  },
  hidden: true,
  permission: 'handover.write',
  options: { sheet: sheetOption },
  form: {
    title: (t) => t.handovers.back.title,
    submit: (t) => t.handovers.back.submit,
    fields: { question: lines<string>({ words: (t) => t.handovers.fields.question, maxLength: 300 }) },
  },
  run: async (call) => {
    const found = await findSheet(call, call.options.sheet, 'answer')
    if (!found.ok) return found.refusal
    return { kind: 'ask', open: { intro: call.text.handovers.show.heading(found.sheet.code) } }
  },
  submit: async (call) => {
    const found = await findSheet(call, call.options.sheet, 'answer')
    if (!found.ok) return found.refusal
    const { id, code } = found.sheet
    const { question } = call.values
    if (!(await answerSheet(call.scope, id, { state: 'returned', question }, call.now))) {
      const again = await findSheet(call, id, 'answer')
      if (!again.ok) return again.refusal
    }
    call.note('change', 'handover-sheet', id)
    return { kind: 'say', card: handoverSaidCard(call.text.handovers.back.said(code)) }
  },
})
