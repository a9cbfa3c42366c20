import { refusalCard } from '../../cards/answer.ts'
import { proposedIntervalCard } from '../../cards/monitoring/interval-proposal.ts'
import { INTERVALS } from '../../domain/monitoring/due-months.ts'
import { proposeInterval } from '../../store/monitoring/interval-proposals.ts'
import { type Plan, plansOfCase } from '../../store/plan/plans.ts'
import { findOpenCase } from '../case/find-case.ts'
import { monthText } from '../fields.ts'
import { type BaseCall, command, type Outcome } from '../legacy/command.ts'
import { choice, longText, shortText } from '../legacy/field.ts'
import { caseOption } from '../legacy/options.ts'

const CHOICES = INTERVALS.map(String)

/**
 * `/monitoring propose CODE`: another interval, which the municipality decides (施行規則 第6条の16). Its officers hear
 * of it in their next digest.
 */
export const proposeIntervalCommand = command({
  id: 'monitoring.propose',
  words: {
    noun: (t) => t.commands.monitoring.noun,
    verb: (t) => t.commands.monitoring.propose.verb,
    description: (t) => t.commands.monitoring.propose.description,
  },
  permission: 'interval.propose',
  options: { case: caseOption },
  form: {
    title: (t) => t.monitoring.propose.title,
    submit: (t) => t.monitoring.propose.submit,
    fields: {
      interval: choice({
        words: (t) => t.monitoring.propose.interval,
        values: CHOICES,
        labels: (t) =>
          Object.fromEntries(INTERVALS.map((months) => [String(months), t.monitoring.every(months)])),
      }),
      from: shortText({ words: (t) => t.monitoring.propose.from, maxLength: 20, schema: monthText }),
      reason: longText({ words: (t) => t.monitoring.propose.reason, maxLength: 300 }),
    },
  },
  run: async (call) => {
    const found = await findOpenCase(call, call.options.case)
    if (!found.ok) return found.refusal
    const [plan] = await plansOfCase(call.scope, found.kase.id)
    if (!plan) return noPlan(call, found.kase.code)
    const intro = call.text.monitoring.propose.intro
    return { kind: 'ask', open: { intro, initial: { from: likelyStart(plan, call.today).toString() } } }
  },
  submit: async (call) => {
    const { scope, values, text, language, now, asker, region } = call
    const found = await findOpenCase(call, call.options.case)
    if (!found.ok) return found.refusal
    const { kase } = found
    const [plan] = await plansOfCase(scope, kase.id)
    if (!plan) return noPlan(call, kase.code)
    const words = text.monitoring.propose
    if (!isWithin(values.from, plan)) return { kind: 'correct', faults: { fields: { from: words.outside } } }
    const intervalMonths = INTERVALS.find((months) => String(months) === values.interval)
    if (!intervalMonths)
      return { kind: 'correct', faults: { fields: { interval: text.answers.form.choose } } }
    const { from, reason } = values
    const proposal = { caseId: kase.id, planId: plan.id, intervalMonths, from, reason }
    const added = await proposeInterval(scope, { ...proposal, proposedBy: asker.memberId, proposedAt: now })
    if (!added) return { kind: 'refuse', card: refusalCard('interval.waiting', words.waiting(kase.code)) }
    call.note('change', 'interval-proposal', added.id)
    const officers = region.members.filter(
      ({ roles, municipality }) => roles.includes('officer') && municipality === kase.municipalityId,
    )
    const view = { code: kase.code, intervalMonths, from, officers: officers.map(({ name }) => name) }
    return { kind: 'say', card: proposedIntervalCard(view, language, text) }
  },
})

const isWithin = (month: Temporal.PlainYearMonth, { validFrom, validTo }: Plan): boolean =>
  Temporal.PlainYearMonth.compare(month, validFrom.toPlainYearMonth()) >= 0 &&
  Temporal.PlainYearMonth.compare(month, validTo.toPlainYearMonth()) <= 0

/** Next month, or the plan's first where it begins later. */
const likelyStart = ({ validFrom }: Plan, today: Temporal.PlainDate): Temporal.PlainYearMonth => {
  const next = today.toPlainYearMonth().add({ months: 1 })
  const first = validFrom.toPlainYearMonth()
  return Temporal.PlainYearMonth.compare(next, first) > 0 ? next : first
}

const noPlan = ({ text }: BaseCall, code: string): Outcome => ({
  kind: 'refuse',
  card: refusalCard('plan.none', text.plans.none(code), text.plans.noneNext(code)),
})
