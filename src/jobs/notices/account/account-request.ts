import { placeName, requestCard } from '../../../cards/workspace.ts'
import { accountRequestKind } from '../../../domain/account/notices.ts'
import { accountRequest } from '../../../store/account/account-requests.ts'
import { notice } from '../notice.ts'
import { coordinators } from '../recipients.ts'

/** Asks each coordinator which member an unlinked account belongs to; skipped once somebody answered. */
export const accountRequestNotice = notice(accountRequestKind, {
  hours: 'office',
  stillTrue: async ({ scope }, { request }) => {
    const found = await accountRequest(scope, request)
    return found?.state === 'open' ? found : 'settled'
  },
  to: coordinators,
  compose: ({ region, text, found }) => {
    const { id, name, account } = found
    const view = { id, place: placeName(region, found, text), name: name ?? undefined, account }
    return { ok: true, card: requestCard(view, text) }
  },
})
