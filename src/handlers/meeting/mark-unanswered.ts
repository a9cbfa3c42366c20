import { z } from 'zod'
import { reviseMinutes } from '../../actions/minutes/minutes-facts.ts'
import { recordTheRest } from '../../store/meeting/attendances.ts'
import { command, type Option } from '../legacy/command.ts'
import { attendanceOf } from './attendance.ts'
import { heldMeeting, meetingOption } from './held-meeting.ts'

const PRESENCE = z.enum(['present', 'absent'])
const presenceOption: Option<z.output<typeof PRESENCE>> = {
  schema: PRESENCE,
  required: true,
  hidden: true,
  words: (t) => t.commands.options.presence,
}

/** The buttons below the table: those of whom nothing is known were all there, or were not. */
export const recordRest = command({
  id: 'meeting.rest',
  words: {
    noun: (t) => t.commands.meeting.noun,
    verb: (t) => t.commands.meeting.rest.verb,
    description: (t) => t.commands.meeting.rest.description,
  },
  hidden: true,
  permission: 'meeting.run',
  options: { meeting: meetingOption, was: presenceOption },
  run: async (call) => {
    const held = await heldMeeting(call, call.options.meeting)
    if (!held.ok) return held.refusal
    const { file } = held
    const { scope, region, asker, now, options } = call
    await recordTheRest(scope, file.meeting.id, options.was, asker.memberId, now)
    call.note('change', 'attendance', file.meeting.id)
    await reviseMinutes(scope, region, file, { by: asker.memberId, change: { presence: true } }, now)
    return { kind: 'replace', card: await attendanceOf(call, file) }
  },
})
