import { unreachableCard } from '../../cards/workspace.ts'
import { memberName } from '../../domain/region/names.ts'
import type { MessageKind } from './message-kind.ts'

/** A member hears nothing: told to the coordinators. */
export const unreachable: MessageKind = {
  kind: 'unreachable',
  needsAudience: false,
  outOfHours: false,
  compose: async ({ region, delivery, text }) => ({
    ok: true,
    card: unreachableCard(memberName(region, delivery.subject), text),
  }),
}
