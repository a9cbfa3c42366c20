import { type MeetingFile, meetingFile } from '../../actions/agenda/agenda-facts.ts'
import { reviseMinutes } from '../../actions/minutes/minutes-facts.ts'
import { mayRunMeeting } from '../../domain/meeting/duties.ts'
import { memberName } from '../../domain/region/names.ts'
import {
  type Attendance,
  attendanceById,
  attendancesOf,
  PRESENCES,
  recordPresence,
} from '../../store/meeting/attendances.ts'
import { runOf } from '../../store/meeting/meeting-runs.ts'
import { type BaseCall, command, type Outcome } from '../command.ts'
import { choice } from '../field.ts'
import { idOption } from '../options.ts'
import { attendanceOf } from './attendance.ts'
import { colleagueName, deputyChoices, deputyFaults, deputyField, reasonField } from './attendance-fields.ts'
import { refusing } from './which-meeting.ts'

const attendanceOption = idOption('required', (t) => t.commands.options.attendance)

/** The button of a line of the table: who was really there. */
export const recordAttendance = command({
  id: 'meeting.came',
  words: {
    noun: (t) => t.commands.meeting.noun,
    verb: (t) => t.commands.meeting.came.verb,
    description: (t) => t.commands.meeting.came.description,
  },
  hidden: true,
  permission: 'meeting.run',
  options: { attendance: attendanceOption },
  form: {
    title: (t) => t.attendance.came.title,
    submit: (t) => t.attendance.came.submit,
    fields: {
      was: choice({
        words: (t) => t.attendance.came.fields.was,
        values: PRESENCES,
        labels: (t) => t.attendance.card.presences,
      }),
      deputy: deputyField((t) => t.attendance.came.fields.deputy),
      deputyName: colleagueName((t) => t.attendance.came.fields.deputyName),
      reason: reasonField((t) => t.attendance.came.fields.reason),
    },
  },
  run: async (call) => {
    const found = await lineOf(call, call.options.attendance)
    if (!found.ok) return found.refusal
    const { one, file } = found
    return {
      kind: 'ask',
      open: {
        options: { attendance: one.id },
        intro: call.text.attendance.came.intro(memberName(call.region, one.memberId)),
        initial: {
          was: one.was ?? undefined,
          deputy: one.deputyId ?? undefined,
          deputyName: one.deputyName,
          reason: one.reason,
        },
        choices: { deputy: deputyChoices(call, file, one.memberId) },
      },
    }
  },
  submit: async (call) => {
    const { scope, values, asker, now } = call
    const found = await lineOf(call, call.options.attendance)
    if (!found.ok) return found.refusal
    const { one, file } = found
    const { was, deputy, deputyName, reason } = values
    const all = await attendancesOf(scope, [one.meetingId])
    const faults = faultsOf(call, one, values, all)
    if (Object.keys(faults).length > 0) return { kind: 'correct', faults: { fields: faults } }
    const away = was === 'deputy' || was === 'absent'
    const note = {
      ...(away && reason !== undefined ? { reason } : {}),
      ...(was === 'deputy' && deputyName !== undefined ? { deputyName } : {}),
    }
    const deputyId = was === 'deputy' ? (deputy ?? null) : null
    await recordPresence(scope, one, { was, deputyId, note, recordedBy: asker.memberId }, now)
    call.note('change', 'attendance', one.meetingId)
    const revision = { by: asker.memberId, change: { presence: true as const } }
    await reviseMinutes(scope, call.region, file, revision, now)
    return { kind: 'say', card: await attendanceOf(call, file) }
  },
})

type CameValues = { was: string; deputy?: string | undefined; deputyName?: string | undefined }

const faultsOf = (
  call: BaseCall,
  { memberId }: Attendance,
  values: CameValues,
  all: readonly Attendance[],
): Record<string, string> => {
  if (values.was !== 'deputy') return {}
  if (values.deputy === undefined && values.deputyName === undefined)
    return { deputy: call.text.attendance.came.deputyNeeded }
  const others = all
    .filter((one) => one.memberId !== memberId)
    .map(
      (one) => ({ ...one, answer: one.was === 'present' || one.was === 'online' ? 'coming' : null }) as const,
    )
  return deputyFaults(call, memberId, values, others)
}

type Line = { ok: true; one: Attendance; file: MeetingFile } | { ok: false; refusal: Outcome }

const lineOf = async (call: BaseCall, id: string): Promise<Line> => {
  const { scope, region, asker, text } = call
  const one = await attendanceById(scope, id)
  const file = one && (await meetingFile(scope, region, one.meetingId))
  if (!one || !file) return refusing(text.attendance.came.gone)
  const run = await runOf(scope, one.meetingId)
  const body = { bodyId: file.body.id, recorderId: run?.recorderId }
  if (!mayRunMeeting(asker, region, body)) return refusing(text.attendance.notRunning)
  return { ok: true, one, file }
}
