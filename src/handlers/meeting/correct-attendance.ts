import { type MeetingContext, meetingContext } from '../../actions/agenda/agenda-facts.ts'
import { reviseMinutes } from '../../actions/minutes/minutes-facts.ts'
import { mayReadReasons } from '../../domain/meeting/permission.ts'
import { memberName } from '../../domain/region/names.ts'
import {
  type Attendance,
  attendanceById,
  attendancesOf,
  PRESENCES,
  recordPresence,
} from '../../store/meeting/attendances.ts'
import { refuse, say } from '../answer.ts'
import { argument, carriedId, required } from '../arguments.ts'
import type { Call } from '../call.ts'
import { command } from '../command.ts'
import { choice } from '../fields.ts'
import { refused } from './arguments.ts'
import { attendanceOf, toTakeAttendance } from './attendance.ts'
import {
  type AbsenceValues,
  absenceFields,
  deputyChoices,
  deputyFaults,
  type Faults,
  requireNoFault,
} from './attendance-fields.ts'

type Line = { one: Attendance; context: MeetingContext }

/** A line of a meeting's attendance, for those who take it. */
const lineArgument = argument({
  options: { attendance: required(carriedId) },
  resolve: async (call, { attendance }): Promise<Line> => {
    const { scope, region, text } = call
    const one = await attendanceById(scope, attendance)
    if (one) call.found('attendance', one.meetingId)
    const context = one && (await meetingContext(scope, region, one.meetingId))
    if (!context) throw refuse(refused(text.attendance.came.gone))
    return { one, context: await toTakeAttendance(call, context) }
  },
})

const readsReason = ({ asker, region }: Call, { context }: Line): boolean =>
  mayReadReasons(asker, region, context.body.id)

/** The button of a line of the table: corrects who was really there. */
export const correctAttendance = command('meeting.came', {
  hidden: true,
  permission: 'meeting.run',
  args: { line: lineArgument },
  form: {
    was: choice({ values: PRESENCES, labels: (t) => t.attendance.card.presences }),
    ...absenceFields,
  },
  open: ({ args: { line }, words, ...call }) => {
    const { one, context } = line
    return {
      intro: words.intro(memberName(call.region, one.memberId)),
      initial: {
        was: one.was ?? undefined,
        deputy: one.deputyId ?? undefined,
        deputyName: one.deputyName,
        reason: readsReason(call, line) ? one.reason : undefined,
      },
      choices: { deputy: deputyChoices(call, context, one.memberId) },
    }
  },
  submit: async ({ args: { line }, values, words, ...call }) => {
    const { scope, region, asker, now } = call
    const { one, context } = line
    const { was, deputy, deputyName, reason } = values
    if (was === 'deputy') {
      if (deputy === undefined && deputyName === undefined) requireNoFault({ deputy: words.deputyNeeded })
      requireNoFault(await standInFaults(call, one, values))
    }
    // Who is not shown the reason keeps it by writing none.
    const reasonToKeep = reason ?? (readsReason(call, line) ? undefined : one.reason)
    const note = {
      reason: was === 'deputy' || was === 'absent' ? reasonToKeep : undefined,
      deputyName: was === 'deputy' ? deputyName : undefined,
    }
    const deputyId = was === 'deputy' ? (deputy ?? null) : null
    await recordPresence(scope, one, { was, deputyId, note, recordedBy: asker.memberId }, now)
    call.note('change', 'attendance', one.meetingId)
    await reviseMinutes(scope, region, context, { by: asker.memberId, change: { presence: true } }, now)
    return say(await attendanceOf(call, context))
  },
})

/** Checks the deputy against who was really there, in place of who announced to come. */
const standInFaults = async (
  call: Call,
  { meetingId, memberId }: Attendance,
  values: AbsenceValues,
): Promise<Faults> => {
  const all = await attendancesOf(call.scope, [meetingId])
  const others = all
    .filter((one) => one.memberId !== memberId)
    .map(
      (one) => ({ ...one, answer: one.was === 'present' || one.was === 'online' ? 'coming' : null }) as const,
    )
  return deputyFaults(call, memberId, values, others)
}
