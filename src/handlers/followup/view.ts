import type { FollowUpView } from '../../cards/followup/followup.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { mayChangeFollowUp } from '../../domain/followup/permission.ts'
import { memberName } from '../../domain/region/names.ts'
import { type FollowUp, followUpHistory, followUpTexts } from '../../store/followup/follow-ups.ts'
import type { Call } from '../call.ts'

/** Notes the read in the audit log. */
export const followUpView = async (call: Call, followUp: FollowUp): Promise<FollowUpView> => {
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
      reason,
    })),
    mayChange: mayChangeFollowUp(asker, followUp),
  }
}

/** Intro of a form about one follow-up. */
export const lineOf = async (call: Call, followUp: FollowUp): Promise<string> => {
  const { what, dueOn } = await followUpView(call, followUp)
  return call.text.followUps.list.item(what, writeDate(dueOn, call.language))
}
