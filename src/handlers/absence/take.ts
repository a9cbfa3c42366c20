import { takenAbsenceCard } from '../../cards/absence.ts'
import { standInKind } from '../../domain/absence/notices.ts'
import { mayNameDeputy } from '../../domain/absence/permission.ts'
import { askedFor } from '../../domain/absence/stand-in.ts'
import { absencesFrom, takeAbsence } from '../../store/absence/absences.ts'
import { planReminders } from '../../store/outbox/reminders.ts'
import { fieldFaults, say } from '../answer.ts'
import { command } from '../command.ts'
import { choice, date } from '../fields.ts'
import { absentMember } from './arguments.ts'

/** `/absence take [member]`: who stands in for somebody, from when to when. A coordinator may say it for anybody. */
export const takeAbsenceCommand = command('absence.take', {
  permission: 'absence.take',
  args: { member: absentMember },
  form: { from: date(), to: date(), deputy: choice() },
  open: ({ args: { member }, region, asker, today, words }) => {
    const deputy = region.members
      .filter((one) => mayNameDeputy(asker, member, one))
      .map(({ id, name }) => ({ value: id, label: name }))
    const initial = { from: today.toString(), to: today.toString() }
    return { intro: words.intro(member.name), initial, choices: { deputy } }
  },
  submit: async ({ args: { member }, values: { from, to, deputy }, words, ...call }) => {
    const { scope, asker, now, today, region, language, text } = call
    const named = region.members.find(({ id }) => id === deputy)
    if (Temporal.PlainDate.compare(to, from) < 0) throw fieldFaults({ to: words.endBeforeStart })
    if (Temporal.PlainDate.compare(to, today) < 0) throw fieldFaults({ to: words.past })
    if (!named || !mayNameDeputy(asker, member, named)) throw fieldFaults({ deputy: words.otherOffice })
    const absence = { memberId: member.id, deputyId: deputy, from, to }
    const others = (await absencesFrom(scope, today)).filter(({ memberId }) => memberId !== member.id)
    const start = Temporal.PlainDate.compare(from, today) > 0 ? from : today
    if (askedFor(member.id, [...others, absence], start) === undefined)
      throw fieldFaults({ deputy: words.deputyAway })
    const id = await takeAbsence(scope, absence)
    if (deputy !== asker.memberId) await planReminders(scope, [standInKind.due({ absence: id }, now)])
    call.note('change', 'absence', member.id)
    const names = { member: member.name, deputy: named.name }
    return say(takenAbsenceCard({ ...names, from, to }, language, text))
  },
})
