import { hideCodesFrom } from '../../actions/case/hide-case-codes.ts'
import type { FollowUpView } from '../../cards/followup/followup.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { mayChangeFollowUp } from '../../domain/followup/permission.ts'
import { followsBody } from '../../domain/meeting/permission.ts'
import { memberName } from '../../domain/region/names.ts'
import { type FollowUp, followUpHistory, followUpTexts } from '../../store/followup/follow-ups.ts'
import { meetingById } from '../../store/meeting/meetings.ts'
import type { Call } from '../call.ts'

/**
 * Takes out of follow-ups the codes that the asker is not to know: shown are those of cases that they may see, and those
 * that the body which gave the follow-up discloses to them.
 */
export const withoutHiddenCodes = async <Shown>(
  { scope, region, asker }: Call,
  { meetingId }: Pick<FollowUp, 'meetingId'>,
  shown: Shown,
): Promise<Shown> => {
  const meeting = meetingId === null ? undefined : await meetingById(scope, meetingId)
  const seriesOf = region.series.find(({ id }) => id === meeting?.seriesId)
  const body = region.bodies.find(({ id }) => id === seriesOf?.body)
  if (body && body.disclosure !== 'topics' && followsBody(asker, body.id, region)) return shown
  return hideCodesFrom(scope, asker, shown)
}

/** Notes the read in the audit log. */
export const followUpView = async (call: Call, followUp: FollowUp): Promise<FollowUpView> => {
  const { scope, region, asker } = call
  const { id, memberId, dueOn, code, givenBy, extended } = followUp
  const what = (await followUpTexts(scope, [id])).get(id)?.what ?? ''
  const history = await followUpHistory(scope, id)
  call.note('read', 'follow-up', id)
  const view = {
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
  return withoutHiddenCodes(call, followUp, view)
}

/** Intro of a form about one follow-up. */
export const lineOf = async (call: Call, followUp: FollowUp): Promise<string> => {
  const { what, dueOn } = await followUpView(call, followUp)
  return call.text.followUps.list.item(what, writeDate(dueOn, call.language))
}
