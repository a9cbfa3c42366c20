import type { MeetingFile } from '../../actions/agenda/agenda-facts.ts'
import { attendedCard } from '../../cards/meeting/attendance.ts'
import { memberName } from '../../domain/region/names.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import {
  ANSWERS,
  answerAttendance,
  attendanceById,
  attendanceRow,
  attendancesOf,
} from '../../store/meeting/attendances.ts'
import { memberNamed } from '../case/specialist.ts'
import { type BaseCall, command, type Outcome } from '../command.ts'
import { choice } from '../field.ts'
import { meetingName } from '../names.ts'
import { idOption } from '../options.ts'
import { colleagueName, deputyChoices, deputyFaults, deputyField, reasonField } from './attendance-fields.ts'
import { rosterMember } from './roster-member.ts'
import { coming, isOver, meetingNamed, refusing, whichMeeting } from './which-meeting.ts'

/** Carried by the form of a coordinator who answers for somebody. */
const attendanceOption = idOption('optional', (t) => t.commands.options.attendance)

/** `/meeting attend [meeting] [member]`: coming, online, or absent with a reason and perhaps a deputy. */
export const attendMeeting = command({
  id: 'meeting.attend',
  words: {
    noun: (t) => t.commands.meeting.noun,
    verb: (t) => t.commands.meeting.attend.verb,
    description: (t) => t.commands.meeting.attend.description,
  },
  permission: 'meeting.attend',
  options: { meeting: meetingNamed, member: rosterMember, attendance: attendanceOption },
  form: {
    title: (t) => t.attendance.attend.title,
    submit: (t) => t.attendance.attend.submit,
    fields: {
      answer: choice({
        words: (t) => t.attendance.attend.fields.answer,
        values: ANSWERS,
        labels: (t) => t.attendance.attend.answers,
      }),
      deputy: deputyField((t) => t.attendance.attend.fields.deputy),
      deputyName: colleagueName((t) => t.attendance.attend.fields.deputyName),
      reason: reasonField((t) => t.attendance.attend.fields.reason),
    },
  },
  run: async (call) => {
    const found = await whose(call, call.options)
    if (!found.ok) return found.refusal
    const { file, memberId } = found
    const own = (await attendancesOf(call.scope, [file.meeting.id])).find((one) => one.memberId === memberId)
    const meeting = meetingName(call, file.meeting)
    return {
      kind: 'ask',
      open: {
        options: await carried(call, file, memberId),
        intro: call.text.attendance.attend.intro(meeting, memberName(call.region, memberId)),
        initial: {
          answer: own?.answer ?? undefined,
          deputy: own?.deputyId ?? undefined,
          deputyName: own?.deputyName,
          reason: own?.reason,
        },
        choices: { deputy: deputyChoices(call, file, memberId) },
      },
    }
  },
  submit: async (call) => {
    const { scope, values, asker, now, region, text } = call
    const found = await whose(call, call.options)
    if (!found.ok) return found.refusal
    const { file, memberId } = found
    const { answer, deputy, deputyName, reason } = values
    const words = text.attendance.attend
    const others = (await attendancesOf(scope, [file.meeting.id])).filter((one) => one.memberId !== memberId)
    const faults =
      answer === 'absent'
        ? {
            ...deputyFaults(call, memberId, values, others),
            ...(reason === undefined ? { reason: words.reasonNeeded } : {}),
          }
        : hereFaults(call, memberId, values, others)
    if (Object.keys(faults).length > 0) return { kind: 'correct', faults: { fields: faults } }
    const note =
      answer === 'absent'
        ? { ...(reason === undefined ? {} : { reason }), ...(deputyName === undefined ? {} : { deputyName }) }
        : {}
    const answered = { answer, deputyId: deputy ?? null, note, answeredBy: asker.memberId }
    await answerAttendance(scope, file.meeting.id, memberId, answered, now)
    const named = deputy === undefined ? deputyName : memberName(region, deputy)
    const said = { meeting: meetingName(call, file.meeting), meetingId: file.meeting.id, answer }
    return { kind: 'say', card: attendedCard({ ...said, deputy: named }, text) }
  },
})

/** A name would not fit where a platform keeps a form's command: the row of the answer stands for it. */
const carried = async (
  { scope, asker }: BaseCall,
  { meeting }: MeetingFile,
  memberId: string,
): Promise<Record<string, string>> => {
  if (memberId === asker.memberId) return { meeting: meeting.id, member: '' }
  const attendance = await attendanceRow(scope, meeting.id, memberId)
  return { meeting: '', member: '', attendance: attendance ?? '' }
}

/** Who comes has no deputy, and is nobody's. */
const hereFaults = (
  { region, text }: BaseCall,
  memberId: string,
  { deputy, deputyName }: { deputy?: string | undefined; deputyName?: string | undefined },
  others: readonly { memberId: string; deputyId: string | null }[],
): Record<string, string> => {
  const words = text.attendance.attend
  const principal = others.find((one) => one.deputyId === memberId)
  return {
    ...(deputy === undefined ? {} : { deputy: words.onlyAbsent }),
    ...(deputyName === undefined ? {} : { deputyName: words.onlyAbsent }),
    ...(principal ? { answer: words.isDeputyFor(memberName(region, principal.memberId)) } : {}),
  }
}

type Whose = { ok: true; file: MeetingFile; memberId: string } | { ok: false; refusal: Outcome }

/** The asker at the meeting named or the next one of theirs; a coordinator may answer for anybody on the roster. */
const whose = async (
  call: BaseCall,
  given: { meeting?: string | undefined; member?: string | undefined; attendance?: string | undefined },
): Promise<Whose> => {
  const { region, asker, now, text } = call
  const row = given.attendance === undefined ? undefined : await attendanceById(call.scope, given.attendance)
  const meeting = row?.meetingId ?? given.meeting
  const member = row?.memberId ?? given.member
  const words = text.attendance
  const named = memberNamed(region, member ?? asker.memberId)
  if (!named) return refusing(words.noMember(member ?? ''))
  const coordinates = asker.roles.includes('coordinator')
  if (named.id !== asker.memberId && !coordinates) return refusing(words.onlyOwn)
  const sits = (bodyId: string) => rosterOf(region, bodyId).includes(named.id)
  const bodyOf = (seriesId: string) => region.series.find(({ id }) => id === seriesId)?.body ?? ''
  const found = await whichMeeting(call, meeting, (near) =>
    coming(now)(near.filter(({ seriesId }) => sits(bodyOf(seriesId)))),
  )
  if (!found.ok) return found
  const { file } = found
  if (!sits(file.body.id))
    return refusing(words.notOnRoster(named.name, file.body.name), words.notOnRosterNext)
  if (isOver(file.meeting, now) && !coordinates) return refusing(words.past, words.pastNext)
  return { ok: true, file, memberId: named.id }
}
