import type { Choice } from '../../bot/card.ts'
import { refusalCard } from '../../cards/answer.ts'
import { assignedCard } from '../../cards/case/case.ts'
import { assignCases, openCases } from '../../store/case/cases.ts'
import { type BaseCall, command, type Outcome } from '../legacy/command.ts'
import { choice } from '../legacy/field.ts'
import { optionalCase } from '../legacy/options.ts'
import { findOpenCase } from './find-case.ts'
import { memberNamed, memberOption, specialistFor } from './specialist.ts'

/**
 * `/case assign case=CODE` or `from=MEMBER`: another specialist takes on one case, or all of somebody's who leaves.
 * There is no way to leave a case without an owner.
 */
export const assignCase = command({
  id: 'case.assign',
  words: {
    noun: (t) => t.commands.case.noun,
    verb: (t) => t.commands.case.assign.verb,
    description: (t) => t.commands.case.assign.description,
  },
  permission: 'case.change',
  options: {
    case: optionalCase,
    from: { ...memberOption, words: (t) => t.commands.options.from },
  },
  form: {
    title: (t) => t.cases.assign.title,
    submit: (t) => t.cases.assign.submit,
    fields: { to: choice({ words: (t) => t.cases.fields.to }) },
  },
  run: async (call) => {
    const wanted = await wantedCases(call, call.options)
    if (!wanted.ok) return wanted.refusal
    const choices = colleagues(call, wanted.memberId)
    if (choices.length === 0) return refuse(call.text.cases.assign.nobody)
    const intro = call.text.cases.assign.intro(wanted.codes.length, listed(call, wanted.codes))
    return { kind: 'ask', open: { intro, choices: { to: choices } } }
  },
  submit: async (call) => {
    const { scope, values, text } = call
    const wanted = await wantedCases(call, call.options)
    if (!wanted.ok) return wanted.refusal
    const to = specialistFor(call, values.to)
    if (!to.ok) return to.refusal
    if (to.member.id === wanted.memberId)
      return { kind: 'correct', faults: { fields: { to: text.cases.assign.same } } }
    const moved = await assignCases(scope, wanted.which, {
      memberId: to.member.id,
      officeId: to.officeId,
      assignedBy: call.asker.memberId,
      assignedAt: call.now,
    })
    for (const { id } of moved) call.note('change', 'case', id)
    const codes = moved.map(({ code }) => code)
    return { kind: 'say', card: assignedCard(codes, to.member.name, text) }
  },
})

const refuse = (heading: string, next?: string): Outcome => ({
  kind: 'refuse',
  card: refusalCard('case.assign', heading, next),
})

type Wanted =
  | { ok: true; which: { caseId: string } | { memberId: string }; memberId: string; codes: string[] }
  | { ok: false; refusal: Outcome }

const wantedCases = async (call: BaseCall, options: { case?: string; from?: string }): Promise<Wanted> => {
  const words = call.text.cases.assign
  if (options.case !== undefined) {
    const found = await findOpenCase(call, options.case)
    if (!found.ok) return found
    const { id, memberId, code } = found.kase
    return { ok: true, which: { caseId: id }, memberId, codes: [code] }
  }
  if (options.from === undefined) return { ok: false, refusal: refuse(words.which, words.whichNext) }
  const from = memberNamed(call.region, options.from)
  if (!from) return { ok: false, refusal: refuse(call.text.cases.register.noSpecialist(options.from)) }
  const mayMove = call.asker.roles.includes('coordinator') || from.office === call.asker.officeId
  if (!mayMove) return { ok: false, refusal: refuse(words.otherOffice) }
  const cases = await openCases(call.scope, { reach: 'region' }, { memberId: from.id })
  if (cases.length === 0) return { ok: false, refusal: refuse(words.none(from.name)) }
  return { ok: true, which: { memberId: from.id }, memberId: from.id, codes: cases.map(({ code }) => code) }
}

/** Whom the asker may name: everybody who can carry cases, within their own office unless they coordinate. */
const colleagues = ({ region, asker }: BaseCall, not: string): Choice[] =>
  region.members
    .filter(({ id, office }) => office !== undefined && id !== not)
    .filter(({ roles }) => roles.some((role) => role === 'specialist' || role === 'chief_specialist'))
    .filter(({ office }) => asker.roles.includes('coordinator') || office === asker.officeId)
    .map(({ id, name, office }) => {
      const place = region.offices.find((one) => one.id === office)?.name
      return { value: id, label: name, ...(place ? { detail: place } : {}) }
    })

const SHOWN = 10

const listed = ({ text }: BaseCall, codes: string[]): string => {
  const shown = codes.slice(0, SHOWN).join(text.answers.listSeparator)
  return codes.length > SHOWN ? text.cases.assign.andMore(shown, codes.length - SHOWN) : shown
}
