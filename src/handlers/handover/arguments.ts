import { noticeCard } from '../../cards/answer.ts'
import { mayAnswerSheet, mayReadSheet } from '../../domain/handover/permission.ts'
import { type HandoverSheet, sheetById } from '../../store/handover/handover-sheets.ts'
import { entityArgument } from '../arguments.ts'
import type { Call } from '../call.ts'

const refused = (heading: string, next?: string) => noticeCard('handover.refused', heading, next)

const answeredCard = ({ text: { handovers: words } }: Call, { state }: HandoverSheet) =>
  state === 'sent' ? undefined : refused(words.answered[state], words.answeredNext)

/** A 引き継ぎシート, by its id on a button. Where it is answered already, everybody who sees it is told so. */
export const sheetArgument = entityArgument({
  find: ({ scope }, id) => sheetById(scope, id),
  subject: ({ id }) => ['handover-sheet', id],
  see: mayReadSheet,
  change: mayAnswerSheet,
  gone: ({ text: { handovers: words } }) => refused(words.gone, words.goneNext),
  notYours: (call, sheet) => answeredCard(call, sheet) ?? refused(call.text.handovers.notReceiver),
})

export const sheetToAnswer = sheetArgument.toChange.unless(answeredCard)
