import { handoverListCard } from '../../cards/handover.ts'
import { mayReadSheet } from '../../domain/handover/permission.ts'
import { memberName } from '../../domain/region/names.ts'
import { sheetsSince } from '../../store/handover/handover-sheets.ts'
import { say } from '../answer.ts'
import { command } from '../command.ts'

/** `/handover list`: those that wait, and those answered in the last year. */
export const listHandovers = command('handover.list', {
  permission: 'handover.write',
  run: async ({ scope, region, asker, now, text }) => {
    const sheets = await sheetsSince(scope, now.subtract({ hours: 24 * 366 }))
    const lines = sheets
      .filter((sheet) => mayReadSheet(asker, sheet))
      .map(({ id, code, senderId, receiverId, state }) => ({
        id,
        code,
        from: memberName(region, senderId),
        to: memberName(region, receiverId),
        state,
      }))
    return say(handoverListCard(lines, text))
  },
})
