import { takenAbsenceCard } from '../../cards/absence.ts'
import { refusalCard } from '../../cards/answer.ts'
import { askedFor } from '../../domain/absence/stand-in.ts'
import { memberName } from '../../domain/region/names.ts'
import { absencesFrom, takeAbsence } from '../../store/absence/absences.ts'
import { memberNamed, memberOption } from '../case/specialist.ts'
import { dateText } from '../fields.ts'
import { type BaseCall, command, type Outcome } from '../legacy/command.ts'
import { choice, date } from '../legacy/field.ts'

/** `/absence take [member]`: who stands in for somebody, from when to when. A coordinator may say it for anybody. */
export const takeAbsenceCommand = command({
  id: 'absence.take',
  words: {
    noun: (t) => t.commands.absence.noun,
    verb: (t) => t.commands.absence.take.verb,
    description: (t) => t.commands.absence.take.description,
  },
  permission: 'absence.take',
  options: { member: memberOption },
  form: {
    title: (t) => t.absences.title,
    submit: (t) => t.absences.submit,
    fields: {
      from: date({ words: (t) => t.absences.fields.from, schema: dateText }),
      to: date({ words: (t) => t.absences.fields.to, schema: dateText }),
      deputy: choice({ words: (t) => t.absences.fields.deputy }),
    },
  },
  run: async (call) => {
    const member = memberAway(call, call.options.member)
    if (!member.ok) return member.refusal
    const choices = call.region.members
      .filter(({ id, office }) => office !== undefined && id !== member.id)
      .map(({ id, name }) => ({ value: id, label: name }))
    const intro = call.text.absences.intro(memberName(call.region, member.id))
    return {
      kind: 'ask',
      open: {
        intro,
        initial: { from: call.today.toString(), to: call.today.toString() },
        choices: { deputy: choices },
      },
    }
  },
  submit: async (call) => {
    const { scope, values, today, region, language, text } = call
    const words = text.absences
    const member = memberAway(call, call.options.member)
    if (!member.ok) return member.refusal
    const { from, to, deputy } = values
    if (Temporal.PlainDate.compare(to, from) < 0)
      return { kind: 'correct', faults: { fields: { to: words.endBeforeStart } } }
    if (Temporal.PlainDate.compare(to, today) < 0)
      return { kind: 'correct', faults: { fields: { to: words.past } } }
    const absence = { memberId: member.id, deputyId: deputy, from, to }
    const others = (await absencesFrom(scope, today)).filter(({ memberId }) => memberId !== member.id)
    if (askedFor(member.id, [...others, absence], later(from, today)) === undefined || deputy === member.id)
      return { kind: 'correct', faults: { fields: { deputy: words.deputyAway } } }
    await takeAbsence(scope, absence)
    call.note('change', 'absence', member.id)
    const names = { member: memberName(region, member.id), deputy: memberName(region, deputy) }
    return { kind: 'say', card: takenAbsenceCard({ ...names, from, to }, language, text) }
  },
})

const later = (a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(a, b) > 0 ? a : b

/** The asker, or, for a coordinator, the member named. */
export const memberAway = (
  { region, asker, text }: BaseCall,
  named: string | undefined,
): { ok: true; id: string } | { ok: false; refusal: Outcome } => {
  const refuse = (heading: string) => ({
    ok: false as const,
    refusal: { kind: 'refuse', card: refusalCard('absence.refused', heading) } satisfies Outcome,
  })
  const member = memberNamed(region, named ?? asker.memberId)
  if (!member) return refuse(text.cases.register.noSpecialist(named ?? asker.name))
  const allowed = member.id === asker.memberId || asker.roles.includes('coordinator')
  return allowed ? { ok: true, id: member.id } : refuse(text.absences.onlyOwn)
}
