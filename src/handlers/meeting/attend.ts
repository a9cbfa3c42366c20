import type { MeetingContext } from '../../actions/agenda/agenda-facts.ts'
import { attendedCard } from '../../cards/meeting/attendance.ts'
import { mayAnswerAfterwards, mayAnswerFor } from '../../domain/meeting/permission.ts'
import { meetingDate, meetingName, memberName } from '../../domain/region/names.ts'
import type { Region } from '../../domain/region/region.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import {
  ANSWERS,
  type Attendance,
  answerAttendance,
  attendanceById,
  attendanceRow,
  attendancesOf,
} from '../../store/meeting/attendances.ts'
import { refuse, say } from '../answer.ts'
import { argument, carriedId } from '../arguments.ts'
import type { Call } from '../call.ts'
import { command } from '../command.ts'
import { choice } from '../fields.ts'
import type { CommandWords } from '../words.ts'
import { coming, isOver, nearMeetingArgument, refused } from './arguments.ts'
import {
  type AbsenceValues,
  absenceFields,
  deputyChoices,
  deputyFaults,
  type Faults,
  requireNoFault,
} from './attendance-fields.ts'
import { requireOnRoster, rosterMemberArgument } from './roster-member.ts'

type Member = Region['members'][number]
type Place = { context: MeetingContext; member: Member; row: string | undefined }

/** The next meeting of a member that is not over. */
const comingOf = ({ id }: Member) =>
  nearMeetingArgument((near, call) => {
    const bodyOf = (seriesId: string) => call.region.series.find((one) => one.id === seriesId)?.body ?? ''
    return coming(
      near.filter((one) => rosterOf(call.region, bodyOf(one.seriesId), meetingDate(call, one)).includes(id)),
      call,
    )
  })

/**
 * The asker's attendance at the meeting named, by default at their next; the centre answers for anybody on the roster.
 * The form of an answer for somebody else carries the id of its row: a name would not fit where a platform keeps it.
 */
const placeArgument = argument({
  options: {
    ...nearMeetingArgument(coming).options('meeting'),
    ...rosterMemberArgument.options('member'),
    attendance: carriedId,
  },
  resolve: async (call, given): Promise<Place> => {
    const { scope, asker, now, text } = call
    const words = text.attendance
    const carried = given.attendance && (await attendanceById(scope, given.attendance))
    if (given.attendance && !carried) throw refuse(refused(words.onlyOwn))
    const named = carried ? { meeting: carried.meetingId, member: carried.memberId } : given
    const member = await rosterMemberArgument.resolve(call, named, 'member')
    if (!mayAnswerFor(asker, member.id)) throw refuse(refused(words.onlyOwn))
    const context = await comingOf(member).resolve(call, named, 'meeting')
    requireOnRoster(call, context, member)
    if (isOver(context.meeting, now) && !mayAnswerAfterwards(asker))
      throw refuse(refused(words.past, words.pastNext))
    const isOwn = member.id === asker.memberId
    return {
      context,
      member,
      row: isOwn ? undefined : await attendanceRow(scope, context.meeting.id, member.id),
    }
  },
  carry: ({ context, row }): Record<string, string> =>
    row === undefined
      ? { meeting: context.meeting.id, member: '' }
      : { meeting: '', member: '', attendance: row },
})

/** `/meeting attend [meeting] [member]`: coming, online, or absent with a reason and perhaps a deputy. */
export const attendMeeting = command('meeting.attend', {
  permission: 'meeting.attend',
  args: { at: placeArgument },
  form: {
    answer: choice({ values: ANSWERS, labels: (t) => t.attendance.attend.answers }),
    ...absenceFields,
  },
  open: async ({ args: { at }, words, ...call }) => {
    const { context, member } = at
    const all = await attendancesOf(call.scope, [context.meeting.id])
    const own = all.find((one) => one.memberId === member.id)
    return {
      intro: words.intro(meetingName(call, context.meeting), member.name),
      initial: {
        answer: own?.answer ?? undefined,
        deputy: own?.deputyId ?? undefined,
        deputyName: own?.deputyName,
        reason: own?.reason,
      },
      choices: { deputy: deputyChoices(call, context, member.id) },
    }
  },
  submit: async ({ args: { at }, values, ...call }) => {
    const { scope, asker, now, region, text } = call
    const { meeting } = at.context
    const { answer, deputy, deputyName, reason } = values
    const all = await attendancesOf(scope, [meeting.id])
    const others = all.filter((one) => one.memberId !== at.member.id)
    requireNoFault((answer === 'absent' ? absentFaults : hereFaults)(call, at.member.id, values, others))
    const note = answer === 'absent' ? { reason, deputyName } : {}
    const answered = { answer, deputyId: deputy ?? null, note, answeredBy: asker.memberId }
    await answerAttendance(scope, meeting.id, at.member.id, answered, now)
    const named = deputy === undefined ? deputyName : memberName(region, deputy)
    const told = { meeting: meetingName(call, meeting), meetingId: meeting.id, answer, deputy: named }
    return say(attendedCard(told, text))
  },
})

type Attending = Call & { words: CommandWords<'meeting.attend'> }

const absentFaults = (
  call: Attending,
  memberId: string,
  values: AbsenceValues,
  others: readonly Attendance[],
): Faults => ({
  ...deputyFaults(call, memberId, values, others),
  reason: values.reason === undefined ? call.words.reasonNeeded : undefined,
})

/** Who comes has no deputy, and is nobody's. */
const hereFaults = (
  { region, words }: Attending,
  memberId: string,
  { deputy, deputyName }: AbsenceValues,
  others: readonly Attendance[],
): Faults => {
  const principal = others.find((one) => one.deputyId === memberId)
  return {
    deputy: deputy === undefined ? undefined : words.onlyAbsent,
    deputyName: deputyName === undefined ? undefined : words.onlyAbsent,
    answer: principal && words.isDeputyFor(memberName(region, principal.memberId)),
  }
}
