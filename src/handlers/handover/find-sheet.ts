import { refusalCard } from '../../cards/answer.ts'
import { type HandoverSheet, sheetById } from '../../store/handover/handover-sheets.ts'
import type { BaseCall, Outcome } from '../legacy/command.ts'
import { idOption } from '../legacy/options.ts'

export const sheetOption = idOption('required', (t) => t.commands.options.sheet)

const acts = ({ asker }: BaseCall, memberId: string): boolean =>
  asker.memberId === memberId || (asker.standsInFor ?? []).includes(memberId)

export const mayAnswerSheet = (call: BaseCall, { receiverId, state }: HandoverSheet): boolean =>
  state === 'sent' && acts(call, receiverId)

/** Both sides and the centre: nobody else, and of the case no more than this sheet. */
export const mayReadSheet = (call: BaseCall, { senderId, receiverId }: HandoverSheet): boolean =>
  call.asker.roles.includes('coordinator') || acts(call, senderId) || acts(call, receiverId)

type Found = { ok: true; sheet: HandoverSheet } | { ok: false; refusal: Outcome }

const refuse = (heading: string, next?: string): Found => ({
  ok: false,
  refusal: { kind: 'refuse', card: refusalCard('handover.refused', heading, next) },
})

/** One out of reach answers like one that does not exist. */
export const findSheet = async (call: BaseCall, id: string, wanted: 'read' | 'answer'): Promise<Found> => {
  const words = call.text.handovers
  const sheet = await sheetById(call.scope, id)
  if (!sheet || !mayReadSheet(call, sheet)) return refuse(words.gone, words.goneNext)
  if (wanted === 'read' || mayAnswerSheet(call, sheet)) return { ok: true, sheet }
  return sheet.state === 'sent'
    ? refuse(words.notReceiver)
    : refuse(words.answered[sheet.state], words.answeredNext)
}
