import { handoverSaidCard } from '../../cards/handover.ts'
import { answerSheet } from '../../store/handover/handover-sheets.ts'
import { say } from '../answer.ts'
import { command } from '../command.ts'
import { lines } from '../fields.ts'
import { sheetToAnswer } from './arguments.ts'

/** The receiver sends it back with a question. */
export const returnHandover = command('handover.back', {
  hidden: true,
  permission: 'handover.write',
  args: { sheet: sheetToAnswer },
  form: { question: lines({ maxLength: 300 }) },
  open: ({ args: { sheet }, text }) => ({ intro: text.handovers.show.heading(sheet.code) }),
  submit: async ({ args: { sheet }, values, words, ...call }) => {
    const answer = { state: 'returned' as const, question: values.question }
    if (!(await answerSheet(call.scope, sheet.id, answer, call.now))) await call.recheck()
    call.note('change', 'handover-sheet', sheet.id)
    return say(handoverSaidCard(words.said(sheet.code)))
  },
})
