import { endedAbsenceCard } from '../../cards/absence.ts'
import { refusalCard } from '../../cards/answer.ts'
import { memberName } from '../../domain/region/names.ts'
import { endAbsence } from '../../store/absence/absences.ts'
import { memberOption } from '../case/specialist.ts'
import { command } from '../legacy/command.ts'
import { memberAway } from './take.ts'

/** `/absence end [member]`: back earlier than said, or an absence that is not taken. */
export const endAbsenceCommand = command({
  id: 'absence.end',
  words: {
    noun: (t) => t.commands.absence.noun,
    verb: (t) => t.commands.absence.end.verb,
    description: (t) => t.commands.absence.end.description,
  },
  permission: 'absence.take',
  options: { member: memberOption },
  run: async (call) => {
    const member = memberAway(call, call.options.member)
    if (!member.ok) return member.refusal
    const name = memberName(call.region, member.id)
    const ended = await endAbsence(call.scope, member.id, call.today)
    if (!ended) return { kind: 'refuse', card: refusalCard('absence.none', call.text.absences.none(name)) }
    call.note('change', 'absence', member.id)
    return { kind: 'say', card: endedAbsenceCard(name, call.text) }
  },
})
