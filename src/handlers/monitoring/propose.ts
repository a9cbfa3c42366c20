import { noticeCard } from '../../cards/answer.ts'
import { proposedIntervalCard } from '../../cards/monitoring/interval-proposal.ts'
import { INTERVALS, type Interval } from '../../domain/monitoring/due-months.ts'
import { decidesIntervals } from '../../domain/monitoring/permission.ts'
import { proposeInterval } from '../../store/monitoring/interval-proposals.ts'
import type { Plan } from '../../store/plan/plans.ts'
import { fieldFaults, refuse, say } from '../answer.ts'
import { command } from '../command.ts'
import { choice, longText, monthText, shortText } from '../fields.ts'
import { plannedCaseArgument } from '../plan/arguments.ts'

/**
 * `/monitoring propose CODE`: another interval, which the municipality decides (施行規則 第6条の16). Its officers hear
 * of it in their next digest.
 */
export const proposeIntervalCommand = command('monitoring.propose', {
  permission: 'interval.propose',
  args: { case: plannedCaseArgument },
  form: {
    interval: choice({
      values: INTERVALS.map(String),
      labels: (t) =>
        Object.fromEntries(INTERVALS.map((months) => [String(months), t.monitoring.every(months)])),
    }),
    from: shortText({ maxLength: 20, schema: monthText }),
    reason: longText({ maxLength: 300 }),
  },
  open: ({ args, today, words }) => ({
    intro: words.intro,
    initial: { from: likelyStart(args.case.plan, today).toString() },
  }),
  submit: async ({ args, values: { interval, from, reason }, words, ...call }) => {
    const { scope, region, asker, now, language, text } = call
    const { supportCase, plan } = args.case
    const { id: caseId, code } = supportCase
    if (!isWithin(from, plan)) throw fieldFaults({ from: words.outside })
    const intervalMonths = Number(interval) as Interval
    const proposal = { caseId, planId: plan.id, intervalMonths, from, reason }
    const added = await proposeInterval(scope, { ...proposal, proposedBy: asker.memberId, proposedAt: now })
    if (!added) throw refuse(noticeCard('interval.waiting', words.waiting(code)))
    call.note('change', 'interval-proposal', added.id)
    const officers = region.members
      .filter((member) => decidesIntervals(member, supportCase))
      .map(({ name }) => name)
    return say(proposedIntervalCard({ code, intervalMonths, from, officers }, language, text))
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
