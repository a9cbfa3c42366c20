import { summaryCommand } from './summary-command.ts'

/** `/summary intake`: 受理判断, before there is a case. */
export const submitIntake = summaryCommand('intake', {
  id: 'summary.intake',
  words: {
    noun: (t) => t.commands.summary.noun,
    verb: (t) => t.commands.summary.intake.verb,
    description: (t) => t.commands.summary.intake.description,
  },
})
