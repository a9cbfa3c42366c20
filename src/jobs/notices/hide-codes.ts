import { hideCaseCodes, isShownNoCodes } from '../../actions/case/hide-case-codes.ts'
import { maySeeCase } from '../../domain/case/permission.ts'
import { askerOf } from '../../domain/region/roster.ts'
import type { Message, MessageFacts } from './notice.ts'

/**
 * Takes out of messages the case codes that their readers are not to know, whichever notice wrote them and wherever they
 * were typed: all where a channel reads them, or somebody who sees no case; another municipality's from an officer.
 */
export const withoutHiddenCodes = async (
  all: readonly MessageFacts[],
  messages: readonly Message[],
): Promise<Message[]> => {
  const hidden: Message[] = []
  for (const [at, message] of messages.entries()) {
    const facts = all[at]
    hidden.push(message.ok && facts ? await withoutCodesFor(facts, message) : message)
  }
  return hidden
}

const withoutCodesFor = async (
  { scope, region, delivery }: MessageFacts,
  message: Extract<Message, { ok: true }>,
): Promise<Message> => {
  const member = region.members.find(({ id }) => id === delivery.readerId)
  if (!member) return { ...message, card: await hideCaseCodes(scope, message.card) }
  const asker = askerOf(member)
  if (!isShownNoCodes(asker)) return message
  return { ...message, card: await hideCaseCodes(scope, message.card, (one) => maySeeCase(asker, one)) }
}
