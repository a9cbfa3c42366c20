import { GRACE, leftWorkspace } from '../../actions/workspace/leave-workspace.ts'
import { leftCard, placeName } from '../../cards/workspace.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { hasLeft } from '../../domain/region/accounts.ts'
import type { MessageKind } from './message-kind.ts'

/** The bot was removed somewhere: until when it can come back, and who hears nowhere now. */
export const workspaceLeftMessage: MessageKind = {
  kind: 'workspace-left',
  needsAudience: false,
  outOfHours: false,
  compose: async ({ region, delivery, language, text }) => {
    const workspace = leftWorkspace(delivery.subject)
    if (!hasLeft(region, workspace)) return { ok: false, reason: 'came-back' }
    const alone = region.members.filter(
      ({ accounts }) => accounts.length > 0 && accounts.every((account) => hasLeft(region, account)),
    )
    const view = {
      place: placeName(region, workspace, text),
      until: writeDate(workspace.left.add(GRACE), language),
      alone: alone.map(({ name }) => name),
    }
    return { ok: true, card: leftCard(view, text) }
  },
}
