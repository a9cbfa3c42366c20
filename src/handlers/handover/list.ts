import { handoverListCard } from '../../cards/handover.ts'
import { memberName } from '../../domain/region/names.ts'
import { sheetsSince } from '../../store/handover/handover-sheets.ts'
import { command } from '../legacy/command.ts'
import { mayReadSheet } from './find-sheet.ts'

/** `/handover list`: those that wait, and those answered in the last year. */
export const listHandovers = command({
  id: 'handover.list',
  words: {
    noun: (t) => t.commands.handover.noun,
    verb: (t) => t.commands.handover.list.verb,
    description: (t) => t.commands.handover.list.description,
  },
  permission: 'handover.write',
  options: {},
  run: async (call) => {
    const sheets = await sheetsSince(call.scope, call.now.subtract({ hours: 24 * 366 }))
    const lines = sheets
      .filter((sheet) => mayReadSheet(call, sheet))
      .map(({ id, code, senderId, receiverId, state }) => ({
        id,
        code,
        from: memberName(call.region, senderId),
        to: memberName(call.region, receiverId),
        state,
      }))
    return { kind: 'say', card: handoverListCard(lines, call.text) }
  },
})
