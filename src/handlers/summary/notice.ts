import { summaryCommand } from './summary-command.ts'

/** `/summary notice`: 連絡事項. */
export const submitNotice = summaryCommand('notice', {
  id: 'summary.notice',
  words: {
    noun: (t) => t.commands.summary.noun,
    verb: (t) => t.commands.summary.notice.verb,
    description: (t) => t.commands.summary.notice.description,
  },
  shortcut: { message: { name: (t) => t.menus.onMessage.notice, takes: 'content' } },
})
