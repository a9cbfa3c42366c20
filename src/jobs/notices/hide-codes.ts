import { hideCaseCodes, isShownNoCodes } from '../../actions/case/hide-case-codes.ts'
import type { Card } from '../../bot/card.ts'
import { maySeeCase } from '../../domain/case/permission.ts'
import type { Region } from '../../domain/region/region.ts'
import { askerOf } from '../../domain/region/roster.ts'
import type { Scope } from '../../store/engine/database.ts'
import type { Delivery } from '../../store/outbox/deliveries.ts'

type Sending = {
  scope: Scope
  region: Region
  delivery: Pick<Delivery, 'readerId'>
  now: Temporal.Instant
}
type Composed = { ok: true; card: Card } | { ok: false }

/**
 * Takes out of messages the case codes that their readers are not to know, whichever notice wrote them and wherever they
 * were typed: all where a channel reads them, or somebody who sees no case; another municipality's from an officer.
 */
export const withoutHiddenCodes = async <Message extends Composed>(
  all: readonly Sending[],
  messages: readonly Message[],
): Promise<Message[]> => {
  const hidden: Message[] = []
  for (const [at, message] of messages.entries()) {
    const sending = all[at]
    if (message.ok && sending) hidden.push({ ...message, card: await shownTo(sending, message.card) })
    else hidden.push(message)
  }
  return hidden
}

const shownTo = async ({ scope, region, delivery, now }: Sending, card: Card): Promise<Card> => {
  const member = region.members.find(({ id }) => id === delivery.readerId)
  if (!member) return hideCaseCodes(scope, card)
  const asker = askerOf(member, now.toZonedDateTimeISO(region.timeZone).toPlainDate())
  return isShownNoCodes(asker) ? hideCaseCodes(scope, card, (one) => maySeeCase(asker, one)) : card
}
