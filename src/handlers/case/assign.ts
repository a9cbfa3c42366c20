import type { Choice } from '../../bot/card.ts'
import { noticeCard } from '../../cards/answer.ts'
import { assignedCard } from '../../cards/case/case.ts'
import { caseReach, mayHandCaseTo, mayPutInCharge, mayWorkOnCase } from '../../domain/case/permission.ts'
import { officeName } from '../../domain/region/names.ts'
import { assignCases, type Case, openCases } from '../../store/case/cases.ts'
import { fieldFaults, refuse, say } from '../answer.ts'
import type { Call } from '../call.ts'
import { command } from '../command.ts'
import { choice } from '../fields.ts'
import { memberArgument } from '../member/arguments.ts'
import { openCaseArgument } from './arguments.ts'

const refused = (heading: string, next?: string) => noticeCard('case.assign', heading, next)

type Member = Call['region']['members'][number]

/**
 * Whose cases all go to somebody else. Anybody may be named: what goes are those of their cases that the asker works
 * on, also where that person belongs to another office by now.
 */
const leaverArgument = memberArgument({
  propose: ({ region, asker }) => region.members.filter((member) => mayPutInCharge(asker, member)),
  unknown: ({ text }, typed = '') => refused(text.cases.register.noSpecialist(typed)),
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
    const wanted = await wantedCases(call, args)
    const to = receivers(call, wanted)
    if (to.length === 0) throw refuse(refused(words.nobody))
    const codes = wanted.cases.map(({ code }) => code)
    return { intro: words.intro(codes.length, listed(call, codes)), choices: { to: to.map(choiceOf(call)) } }
  },
  submit: async ({ args, values, words, ...call }) => {
    const { scope, asker, now, text } = call
    const wanted = await wantedCases(call, args)
    if (values.to === wanted.memberId) throw fieldFaults({ to: words.same })
    const to = receivers(call, wanted).find(({ id }) => id === values.to)
    if (!to) throw fieldFaults({ to: words.notTheirs })
    const given = { memberId: to.id, officeId: to.office, assignedBy: asker.memberId, assignedAt: now }
    const from = { caseIds: wanted.cases.map(({ id }) => id), memberId: wanted.memberId }
    const moved = await assignCases(scope, from, given)
    if (moved.length === 0) throw refuse(refused(words.meanwhile))
    for (const { id } of moved) call.note('change', 'case', id)
    const codes = moved.map(({ code }) => code)
    return say(assignedCard(codes, to.name, text))
  },
})

type Named = { case: Case | undefined; from: Member | undefined }
/** In charge of them now is one member. */
type Wanted = { cases: readonly Case[]; memberId: string }

/** The one case, or all that the asker works on of the one who leaves. */
const wantedCases = async (call: Call, { case: supportCase, from }: Named): Promise<Wanted> => {
  const { scope, asker, text } = call
  const words = text.commands.case.assign
  if (supportCase) return { cases: [supportCase], memberId: supportCase.memberId }
  if (!from) throw refuse(refused(words.which, words.whichNext))
  const all = await openCases(scope, caseReach(asker), { memberId: from.id })
  const cases = all.filter((one) => mayWorkOnCase(asker, one))
  if (cases.length === 0) throw refuse(refused(words.none(from.name)))
  return { cases, memberId: from.id }
}

/** Those to whom the asker may hand each of the cases. */
const receivers = ({ region, asker }: Call, { cases, memberId }: Wanted): (Member & { office: string })[] =>
  region.members.flatMap((member) => {
    const { id, office } = member
    const mayTake = id !== memberId && cases.every((one) => mayHandCaseTo(asker, one, member))
    return mayTake && office !== undefined ? [{ ...member, office }] : []
  })

const choiceOf =
  ({ region }: Call) =>
  ({ id, name, office }: Member & { office: string }): Choice => ({
    value: id,
    label: name,
    detail: officeName(region, office),
  })

const SHOWN = 10

const listed = ({ text }: Call, codes: string[]): string => {
  const shown = codes.slice(0, SHOWN).join(text.answers.listSeparator)
  return codes.length > SHOWN ? text.commands.case.assign.andMore(shown, codes.length - SHOWN) : shown
}
