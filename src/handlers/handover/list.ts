import { withState } from '../../actions/handover/sheet-state.ts'
import { handoverListCard } from '../../cards/handover.ts'
import { mayReadExpired, mayReadSheet } from '../../domain/handover/permission.ts'
import { memberName } from '../../domain/region/names.ts'
import { absencesOn } from '../../store/absence/absences.ts'
import { sheetsSince } from '../../store/handover/handover-sheets.ts'
import { say } from '../answer.ts'
import { command } from '../command.ts'

/** `/handover list`: those that wait, and those answered in the last year. */
export const listHandovers = command('handover.list', {
  permission: 'handover.write',
  run: async ({ scope, region, asker, now, today, text }) => {
    const sheets = await sheetsSince(scope, now.subtract({ hours: 24 * 366 }))
    const lines = withState(sheets, region, await absencesOn(scope, today), today)
      .filter((sheet) => mayReadSheet(asker, sheet))
      .map(({ id, code, senderId, receiverId, state }) => ({
        id,
        code: state === 'expired' && !mayReadExpired(asker) ? undefined : code,
        from: memberName(region, senderId),
        to: memberName(region, receiverId),
        state,
      }))
    return say(handoverListCard(lines, text))
  },
})
