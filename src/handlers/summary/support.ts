import { summaryCommand } from './summary-command.ts'

/** `/summary support [case]`: a case offered for GSV that supports the supporter. */
export const submitGsvSupporter = summaryCommand('gsv_supporter', {
  id: 'summary.support',
  words: {
    noun: (t) => t.commands.summary.noun,
    verb: (t) => t.commands.summary.support.verb,
    description: (t) => t.commands.summary.support.description,
  },
})
