import { endedAbsenceCard } from '../../cards/absence.ts'
import { noticeCard } from '../../cards/answer.ts'
import { endAbsence } from '../../store/absence/absences.ts'
import { refuse, say } from '../answer.ts'
import { command } from '../command.ts'
import { absentMember } from './arguments.ts'

/** `/absence end [member]`: back earlier than said, or an absence that is not taken. */
export const endAbsenceCommand = command('absence.end', {
  permission: 'absence.take',
  args: { member: absentMember },
  run: async ({ args: { member }, words, ...call }) => {
    const ended = await endAbsence(call.scope, member.id, call.today)
    if (!ended) throw refuse(noticeCard('absence.none', words.none(member.name)))
    call.note('change', 'absence', member.id)
    return say(endedAbsenceCard(member.name, call.text))
  },
})
