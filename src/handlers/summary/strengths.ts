import { summaryCommand } from './summary-command.ts'

/** `/summary strengths [case]`: a case offered for GSV by the strengths model. */
export const submitGsvStrengths = summaryCommand('gsv_strengths', {
  id: 'summary.strengths',
  words: {
    noun: (t) => t.commands.summary.noun,
    verb: (t) => t.commands.summary.strengths.verb,
    description: (t) => t.commands.summary.strengths.description,
  },
})
