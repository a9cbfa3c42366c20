import { summaryCommand } from './summary-command.ts'

/** `/summary study [case]`: 事例検討. */
export const submitCaseStudy = summaryCommand('case_study', {
  id: 'summary.study',
  words: {
    noun: (t) => t.commands.summary.noun,
    verb: (t) => t.commands.summary.study.verb,
    description: (t) => t.commands.summary.study.description,
  },
})
