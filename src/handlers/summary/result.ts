import { summaryCommand } from './summary-command.ts'

/** `/summary result [case]`: モニタリングの結果検討, once the centre has agreed. */
export const submitMonitoringResult = summaryCommand('monitoring_result', {
  id: 'summary.result',
  words: {
    noun: (t) => t.commands.summary.noun,
    verb: (t) => t.commands.summary.result.verb,
    description: (t) => t.commands.summary.result.description,
  },
})
