import { summaryCommand } from './summary-command.ts'

/** `/summary issue`: a 地域課題 seen through cases. */
export const submitIssue = summaryCommand('regional_issue', {
  id: 'summary.issue',
  words: {
    noun: (t) => t.commands.summary.noun,
    verb: (t) => t.commands.summary.issue.verb,
    description: (t) => t.commands.summary.issue.description,
  },
  shortcut: { message: { name: (t) => t.menus.onMessage.issue, takes: 'background' } },
})
