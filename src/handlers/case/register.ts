import { caseCard } from '../../cards/case/case.ts'
import { PLAN_KINDS } from '../../domain/monitoring/due-months.ts'
import { addCase } from '../../store/case/cases.ts'
import { type BaseCall, command } from '../legacy/command.ts'
import { choice, optional, shortText } from '../legacy/field.ts'
import { caseCode } from '../legacy/options.ts'
import { planFault, planFields, storePlanOf } from '../plan/plan-fields.ts'
import { caseView } from './case-view.ts'
import { memberOption, specialistFor } from './specialist.ts'

/** `/case register [member]`: a case and its plan, with the due months that follow from it. */
export const registerCase = command({
  id: 'case.register',
  words: {
    noun: (t) => t.commands.case.noun,
    verb: (t) => t.commands.case.register.verb,
    description: (t) => t.commands.case.register.description,
  },
  permission: 'case.register',
  options: { member: memberOption },
  form: {
    title: (t) => t.cases.register.title,
    submit: (t) => t.cases.register.submit,
    fields: {
      code: shortText({ words: (t) => t.cases.fields.code, maxLength: 20, schema: caseCode }),
      kind: choice({
        words: (t) => t.cases.fields.kind,
        values: PLAN_KINDS,
        labels: (t) => t.cases.kinds,
      }),
      municipality: optional(choice({ words: (t) => t.cases.fields.municipality })),
      ...planFields,
    },
  },
  run: async (call) => {
    const specialist = specialistFor(call, call.options.member)
    if (!specialist.ok) return specialist.refusal
    const intro = call.text.cases.register.intro(specialist.member.name)
    const municipality = homeOf(call, specialist.officeId)
    const choices = call.region.municipalities.map(({ id, name }) => ({ value: id, label: name }))
    return {
      kind: 'ask',
      open: { intro, initial: { kind: 'new', municipality }, choices: { municipality: choices } },
    }
  },
  submit: async (call) => {
    const { scope, values, now, text, language } = call
    const words = text.cases.register
    const specialist = specialistFor(call, call.options.member)
    if (!specialist.ok) return specialist.refusal
    const faults = planFault(values, false, call)
    if (faults) return { kind: 'correct', faults }
    const { member, officeId } = specialist
    const wanted = values.municipality ?? homeOf(call, officeId)
    const municipality = call.region.municipalities.find(({ id }) => id === wanted)
    const kase = await addCase(
      scope,
      {
        code: values.code,
        officeId,
        memberId: member.id,
        ...(municipality ? { municipalityId: municipality.id } : {}),
      },
      now,
    )
    if (!kase) return { kind: 'correct', faults: { fields: { code: words.taken(values.code) } } }
    await storePlanOf(call, kase, values.kind, values)
    call.note('change', 'case', kase.id)
    return { kind: 'say', card: caseCard(await caseView(call, kase), language, text, words.done(kase.code)) }
  },
})

/** Where the office is: most of its users' decisions come from there. */
const homeOf = ({ region }: BaseCall, officeId: string): string | undefined =>
  region.offices.find(({ id }) => id === officeId)?.municipality
