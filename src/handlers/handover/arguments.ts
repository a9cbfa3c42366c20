import { withState } from '../../actions/handover/sheet-state.ts'
import { noticeCard } from '../../cards/answer.ts'
import { mayAnswerSheet, mayReadExpired, mayReadSheet } from '../../domain/handover/permission.ts'
import { absencesOn } from '../../store/absence/absences.ts'
import { type HandoverSheet, sheetById } from '../../store/handover/handover-sheets.ts'
import { entityArgument } from '../arguments.ts'
import type { Call } from '../call.ts'

const refused = (heading: string, next?: string) => noticeCard('handover.refused', heading, next)

const answeredCard = ({ text: { handovers: words } }: Call, { state }: HandoverSheet) =>
  state === 'sent' ? undefined : refused(words.answered[state], words.answeredNext)

/** A sheet as it is now, whatever it was when its button was made. */
const sheetNow = async ({ scope, region, today }: Call, id: string) => {
  const sheet = await sheetById(scope, id)
  if (sheet?.state !== 'sent') return sheet
  return withState([sheet], region, await absencesOn(scope, today), today)[0]
}

/** A 引き継ぎシート, by its id on a button. Where it is answered already, everybody who sees it is told so. */
export const sheetArgument = entityArgument({
  find: sheetNow,
  subject: ({ id }) => ['handover-sheet', id],
  see: mayReadSheet,
  change: mayAnswerSheet,
  gone: ({ text: { handovers: words } }) => refused(words.gone, words.goneNext),
  over: ({ asker, text: { handovers: words } }, { state }) =>
    state === 'expired' && !mayReadExpired(asker)
      ? refused(words.answered.expired, words.expiredNext)
      : undefined,
  notYours: (call, sheet) => answeredCard(call, sheet) ?? refused(call.text.handovers.notReceiver),
})

export const sheetToAnswer = sheetArgument.toChange.unless(answeredCard)
