import { forgetWorkspace, GRACE } from '../../../actions/workspace/leave-workspace.ts'
import { leftCard, placeName } from '../../../cards/workspace.ts'
import { writeDate } from '../../../domain/calendar/write-date.ts'
import { hasLeft } from '../../../domain/region/accounts.ts'
import { workspaceForgottenKind, workspaceLeftKind } from '../../../domain/workspace/notices.ts'
import { chore, notice } from '../notice.ts'
import { coordinators } from '../recipients.ts'

/** Reports elsewhere, once, that a workspace removed the bot: the grace period, and who cannot be reached now. */
export const workspaceLeft = notice(workspaceLeftKind, {
  hours: 'office',
  stillTrue: ({ region }, left) => (hasLeft(region, left) ? left : 'came-back'),
  to: coordinators,
  compose: ({ region, language, text, payload }) => {
    const alone = region.members.filter(
      ({ accounts }) => accounts.length > 0 && accounts.every((account) => hasLeft(region, account)),
    )
    const view = {
      place: placeName(region, payload, text),
      until: writeDate(payload.left.add(GRACE), language),
      alone: alone.map(({ name }) => name),
    }
    return { ok: true, card: leftCard(view, text) }
  },
})

/** Forgets a workspace that did not come back within the grace period. */
export const workspaceForgotten = chore(workspaceForgottenKind, {
  act: async ({ scope, payload }) => ((await forgetWorkspace(scope, payload)) ? 'done' : 'came-back'),
})
