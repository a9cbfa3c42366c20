import { endedLeaveCard } from '../../cards/absence.ts'
import { refusalCard } from '../../cards/answer.ts'
import { memberName } from '../../domain/region/names.ts'
import { endLeave } from '../../store/absence/absences.ts'
import { memberOption } from '../case/specialist.ts'
import { command } from '../legacy/command.ts'
import { memberAway } from './take.ts'

/** `/leave end [member]`: back earlier than said, or a leave that is not taken. */
export const endLeaveCommand = command({
  id: 'leave.end',
  words: {
    noun: (t) => t.commands.leave.noun,
    verb: (t) => t.commands.leave.end.verb,
    description: (t) => t.commands.leave.end.description,
  },
  permission: 'leave.take',
  options: { member: memberOption },
  run: async (call) => {
    const member = memberAway(call, call.options.member)
    if (!member.ok) return member.refusal
    const name = memberName(call.region, member.id)
    const ended = await endLeave(call.scope, member.id, call.today)
    if (!ended) return { kind: 'refuse', card: refusalCard('leave.none', call.text.leaves.none(name)) }
    call.note('change', 'leave', member.id)
    return { kind: 'say', card: endedLeaveCard(name, call.text) }
  },
})
