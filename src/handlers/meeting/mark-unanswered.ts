import { z } from 'zod'
import { reviseMinutes } from '../../actions/minutes/minutes-facts.ts'
import { recordTheRest } from '../../store/meeting/attendances.ts'
import { replace } from '../answer.ts'
import { carried, required } from '../arguments.ts'
import { command } from '../command.ts'
import { underWayArgument } from './arguments.ts'
import { attendanceOf } from './attendance.ts'

/** The buttons below the table: mark everybody of whom nothing is known as present, or as absent. */
export const markUnanswered = command('meeting.rest', {
  hidden: true,
  permission: 'meeting.run',
  args: { meeting: underWayArgument, was: required(carried(z.enum(['present', 'absent']))) },
  run: async ({ args, ...call }) => {
    const { scope, region, asker, now } = call
    const { id } = args.meeting.meeting
    await recordTheRest(scope, id, args.was, asker.memberId, now)
    call.note('change', 'attendance', id)
    await reviseMinutes(scope, region, args.meeting, { by: asker.memberId, change: { presence: true } }, now)
    return replace(await attendanceOf(call, args.meeting))
  },
})
