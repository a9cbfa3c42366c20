import { placeName, requestCard } from '../../cards/workspace.ts'
import { accountRequest } from '../../store/account/account-requests.ts'
import type { MessageKind } from './message-kind.ts'

/** Who on the roster somebody is; not said any more where it was answered meanwhile. */
export const accountRequestMessage: MessageKind = {
  kind: 'account-request',
  needsAudience: false,
  outOfHours: false,
  compose: async ({ scope, region, delivery, text }) => {
    const request = await accountRequest(scope, delivery.subject)
    if (request?.state !== 'open') return { ok: false, reason: 'settled' }
    const { id, name, account } = request
    const view = { id, place: placeName(region, request, text), name: name ?? undefined, account }
    return { ok: true, card: requestCard(view, text) }
  },
}
