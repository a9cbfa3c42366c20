import { PLAN_KINDS } from '../../domain/monitoring/due-months.ts'
import { addCase } from '../../store/case/cases.ts'
import { fieldFaults } from '../answer.ts'
import type { Call } from '../call.ts'
import { command } from '../command.ts'
import { choice, optional, shortText } from '../fields.ts'
import { checkPlan, planFields, storePlanOf } from '../plan/plan-fields.ts'
import { newCaseCode, specialistArgument } from './arguments.ts'
import { sayCase } from './view.ts'

/** `/case register [member]`: a case and its plan, with the due months that follow from it. */
export const registerCase = command('case.register', {
  permission: 'case.register',
  args: { member: specialistArgument },
  form: {
    code: shortText({ maxLength: 20, schema: newCaseCode }),
    kind: choice({ values: PLAN_KINDS, labels: (t) => t.cases.kinds }),
    municipality: optional(choice()),
    ...planFields,
  },
  open: ({ args: { member }, region, words }) => ({
    intro: words.intro(member.name),
    initial: { kind: 'new', municipality: municipalityOf(region, member.office) },
    choices: { municipality: region.municipalities.map(({ id, name }) => ({ value: id, label: name })) },
  }),
  submit: async ({ args: { member }, values, words, ...call }) => {
    const { scope, region, now } = call
    const { code, kind } = values
    checkPlan(call, values, false)
    const wanted = values.municipality ?? municipalityOf(region, member.office)
    const municipalityId = region.municipalities.find(({ id }) => id === wanted)?.id
    const place = { officeId: member.office, memberId: member.id, municipalityId }
    const supportCase = await addCase(scope, { code, ...place }, now)
    if (!supportCase) throw fieldFaults({ code: words.taken(code) })
    await storePlanOf(call, supportCase, kind, values)
    call.note('change', 'case', supportCase.id)
    return sayCase(call, supportCase, words.done(code))
  },
})

/** Where the office is: most of its users' decisions come from there. */
const municipalityOf = ({ offices }: Call['region'], officeId: string): string | undefined =>
  offices.find(({ id }) => id === officeId)?.municipality
