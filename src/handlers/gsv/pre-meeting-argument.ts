import { dateOf } from '../../actions/gsv/gsv-forming.ts'
import { noticeCard } from '../../cards/answer.ts'
import { mayConfirmPreMeeting } from '../../domain/gsv/permission.ts'
import { sessionOf } from '../../store/gsv/gsv-sessions.ts'
import { preMeetingsOf } from '../../store/gsv/pre-meetings.ts'
import { meetingById } from '../../store/meeting/meetings.ts'
import { refuse } from '../answer.ts'
import { argument, carried, carriedId, nameText, required } from '../arguments.ts'
import type { Call } from '../call.ts'

/** The pre-meeting of one group, as it stands. */
export type PreMeetingOfGroup = {
  meetingId: string
  presenterId: string
  facilitatorId: string
  on: Temporal.PlainDate
  isHeld: boolean
  /** The days it may be on: from when the groups were formed to the session's own. */
  first: Temporal.PlainDate
  last: Temporal.PlainDate
}

const gone = ({ text }: Call) => {
  const words = text.gsv.preMeeting
  return refuse(noticeCard('gsv.gone', words.gone, words.goneNext))
}

/** By the session and who presents, as a button carries them. Only for who leads that group, and the coordinators. */
export const preMeetingArgument = argument({
  options: { meeting: required(carriedId), presenter: required(carried(nameText)) },
  resolve: async (call, { meeting: meetingId, presenter }): Promise<PreMeetingOfGroup> => {
    const { scope, region, asker, text } = call
    const meeting = await meetingById(scope, meetingId)
    const session = await sessionOf(scope, meetingId)
    const group = session?.groups.find(({ presenterId }) => presenterId === presenter)
    if (!meeting || meeting.cancelled !== null || !session?.confirmedAt || !group) throw gone(call)
    if (!mayConfirmPreMeeting(asker, group))
      throw refuse(noticeCard('gsv.not-yours', text.gsv.preMeeting.notYours))
    const said = (await preMeetingsOf(scope, [meetingId])).find((one) => one.presenterId === presenter)
    return {
      meetingId,
      presenterId: presenter,
      facilitatorId: group.facilitatorId,
      on: said?.on ?? session.preMeetingOn,
      isHeld: said?.heldAt != null,
      first: dateOf(region, { startsAt: session.formedAt }),
      last: dateOf(region, meeting),
    }
  },
  carry: ({ meetingId, presenterId }) => ({ meeting: meetingId, presenter: presenterId }),
})
