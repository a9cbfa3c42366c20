import { refusalCard } from '../../cards/answer.ts'
import type { FollowUpView } from '../../cards/followup/followup.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { mayChangeFollowUp, maySeeFollowUp } from '../../domain/followup/reach.ts'
import { memberName } from '../../domain/region/names.ts'
import {
  type FollowUp,
  followUpById,
  followUpHistory,
  followUpTexts,
} from '../../store/followup/follow-ups.ts'
import type { BaseCall, Outcome } from '../command.ts'
import { idOption } from '../options.ts'

export const followUpOption = idOption('required', (t) => t.commands.options.followup)

type Found = { ok: true; followUp: FollowUp } | { ok: false; refusal: Outcome }

const refuse = (heading: string, next: string): Found => ({
  ok: false,
  refusal: { kind: 'refuse', card: refusalCard('followup.refused', heading, next) },
})

/** An open one within the asker's reach. One out of reach answers like one that does not exist. */
export const findFollowUp = async (call: BaseCall, id: string, wanted: 'see' | 'change'): Promise<Found> => {
  const { scope, asker, region, text } = call
  const words = text.followUps
  const followUp = await followUpById(scope, id)
  if (!followUp || !maySeeFollowUp(asker, region.members, followUp)) return refuse(words.gone, words.goneNext)
  if (followUp.state !== 'open') return isClosed(call, followUp)
  if (wanted === 'change' && !mayChangeFollowUp(asker, followUp))
    return refuse(words.notYours, words.notYoursNext)
  return { ok: true, followUp }
}

const isClosed = ({ region, language, text }: BaseCall, { state, closedBy, closedAt }: FollowUp): Found => {
  const words = text.followUps
  if (state === 'open' || closedBy === null || closedAt === null)
    throw new Error('a follow-up without its end')
  const on = closedAt.toZonedDateTimeISO(region.timeZone).toPlainDate()
  const heading = words.closed[state](memberName(region, closedBy), writeDate(on, language))
  return refuse(heading, words.closedNext)
}

/** Notes the read in the audit log. */
export const followUpView = async (call: BaseCall, followUp: FollowUp): Promise<FollowUpView> => {
  const { scope, region, asker } = call
  const { id, memberId, dueOn, code, givenBy, extended } = followUp
  const what = (await followUpTexts(scope, [id])).get(id)?.what ?? ''
  const history = await followUpHistory(scope, id)
  call.note('read', 'follow-up', id)
  return {
    id,
    what,
    member: memberName(region, memberId),
    dueOn,
    code,
    givenBy: memberName(region, givenBy),
    extended,
    history: history.map(({ changedAt, memberId: before, dueOn: due, reason }) => ({
      on: changedAt.toZonedDateTimeISO(region.timeZone).toPlainDate(),
      member: memberName(region, before),
      dueOn: due,
      ...(reason === undefined ? {} : { reason }),
    })),
    mayChange: mayChangeFollowUp(asker, followUp),
  }
}

/** What is read above a form about one. */
export const introOf = async (call: BaseCall, followUp: FollowUp): Promise<string> => {
  const view = await followUpView(call, followUp)
  return call.text.followUps.list.item(view.what, writeDate(view.dueOn, call.language))
}
