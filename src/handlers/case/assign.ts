import type { Choice } from '../../bot/card.ts'
import { noticeCard } from '../../cards/answer.ts'
import { assignedCard } from '../../cards/case/case.ts'
import { mayHandCasesTo, mayPutInCharge, mayTakeCasesFrom } from '../../domain/case/permission.ts'
import { officeName } from '../../domain/region/names.ts'
import { assignCases, type Case, openCases } from '../../store/case/cases.ts'
import { fieldFaults, refuse, say } from '../answer.ts'
import type { Call } from '../call.ts'
import { command } from '../command.ts'
import { choice } from '../fields.ts'
import { memberArgument } from '../member/arguments.ts'
import { openCaseArgument, specialistNamed } from './arguments.ts'

const refused = (heading: string, next?: string) => noticeCard('case.assign', heading, next)

/** Whose cases all go to somebody else. */
const leaverArgument = memberArgument({
  may: mayTakeCasesFrom,
  propose: ({ region, asker }) => region.members.filter((member) => mayPutInCharge(asker, member)),
  unknown: ({ text }, typed = '') => refused(text.cases.register.noSpecialist(typed)),
  notYours: ({ text }) => refused(text.commands.case.assign.otherOffice),
})

/**
 * `/case assign case=CODE` or `from=MEMBER`: another specialist takes on one case, or all of somebody's who leaves.
 * There is no way to leave a case without an owner.
 */
export const assignCase = command('case.assign', {
  permission: 'case.change',
  args: { case: openCaseArgument.optional, from: leaverArgument.optional },
  form: { to: choice() },
  open: async ({ args, words, ...call }) => {
    const { memberId, codes } = await wantedCases(call, args)
    const to = colleagues(call, memberId)
    if (to.length === 0) throw refuse(refused(words.nobody))
    return { intro: words.intro(codes.length, listed(call, codes)), choices: { to } }
  },
  submit: async ({ args, values, words, ...call }) => {
    const { scope, asker, now, text } = call
    const { which, memberId } = await wantedCases(call, args)
    const to = await specialistNamed(call, values.to)
    if (to.id === memberId) throw fieldFaults({ to: words.same })
    const given = { memberId: to.id, officeId: to.office, assignedBy: asker.memberId, assignedAt: now }
    const moved = await assignCases(scope, which, given)
    for (const { id } of moved) call.note('change', 'case', id)
    const codes = moved.map(({ code }) => code)
    return say(assignedCard(codes, to.name, text))
  },
})

type Named = { case: Case | undefined; from: Call['region']['members'][number] | undefined }
type Wanted = { which: { caseId: string } | { memberId: string }; memberId: string; codes: string[] }

/** The one case, or all of the one who leaves. */
const wantedCases = async ({ scope, text }: Call, { case: supportCase, from }: Named): Promise<Wanted> => {
  const words = text.commands.case.assign
  if (supportCase) {
    const { id, memberId, code } = supportCase
    return { which: { caseId: id }, memberId, codes: [code] }
  }
  if (!from) throw refuse(refused(words.which, words.whichNext))
  const memberId = from.id
  const cases = await openCases(scope, { reach: 'region' }, { memberId })
  if (cases.length === 0) throw refuse(refused(words.none(from.name)))
  return { which: { memberId }, memberId, codes: cases.map(({ code }) => code) }
}

const colleagues = ({ region, asker }: Call, not: string): Choice[] =>
  region.members
    .filter((member) => member.id !== not && mayHandCasesTo(asker, member))
    .map(({ id, name, office }) => ({ value: id, label: name, detail: office && officeName(region, office) }))

const SHOWN = 10

const listed = ({ text }: Call, codes: string[]): string => {
  const shown = codes.slice(0, SHOWN).join(text.answers.listSeparator)
  return codes.length > SHOWN ? text.commands.case.assign.andMore(shown, codes.length - SHOWN) : shown
}
