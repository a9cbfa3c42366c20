import { summaryCommand } from './summary-command.ts'

/** `/summary submit [case]`: プラン検討, for a new, changed or renewed plan. */
export const submitSummary = summaryCommand('plan_review', {
  id: 'summary.submit',
  words: {
    noun: (t) => t.commands.summary.noun,
    verb: (t) => t.commands.summary.submit.verb,
    description: (t) => t.commands.summary.submit.description,
  },
  shortcut: { global: (t) => t.menus.summary.submit },
})
