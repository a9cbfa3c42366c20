import { summaryCommand } from './summary-command.ts'

/** `/summary review [case]`: a case whose need for support brings it back to the meeting. */
export const submitReview = summaryCommand('priority_review', {
  id: 'summary.review',
  words: {
    noun: (t) => t.commands.summary.noun,
    verb: (t) => t.commands.summary.review.verb,
    description: (t) => t.commands.summary.review.description,
  },
})
