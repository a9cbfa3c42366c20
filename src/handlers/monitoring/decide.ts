import { z } from 'zod'
import { inputOf, storePlan } from '../../actions/plan/plan-months.ts'
import { decidedIntervalCard, intervalProposalCard } from '../../cards/monitoring/interval-proposal.ts'
import { INTERVALS } from '../../domain/monitoring/due-months.ts'
import { memberName } from '../../domain/region/names.ts'
import { decideProposal } from '../../store/monitoring/interval-proposals.ts'
import { plansOfCase } from '../../store/plan/plans.ts'
import { replace, say } from '../answer.ts'
import { carried } from '../arguments.ts'
import type { Call } from '../call.ts'
import { command } from '../command.ts'
import { proposalArgument } from './arguments.ts'

/** The buttons of a proposed interval: its reason, and the municipality's yes or no. */
export const decideInterval = command('monitoring.decide', {
  hidden: true,
  permission: 'interval.decide',
  args: { proposal: proposalArgument, decision: carried(z.enum(['accepted', 'declined'])) },
  run: async ({ args: { proposal, decision }, ...call }) => {
    const { scope, region, asker, now, language, text } = call
    call.note('read', 'interval-proposal', proposal.id)
    const view = { ...proposal, proposedBy: memberName(region, proposal.proposedBy) }
    if (!decision) return say(intervalProposalCard(view, language, text))
    const decided = { decision, decidedBy: asker.memberId, decidedAt: now }
    if (!(await decideProposal(scope, proposal.id, decided))) await call.recheck()
    if (decision === 'accepted') await startInterval(call, proposal)
    call.note('change', 'interval-proposal', proposal.id)
    return replace(decidedIntervalCard(view, decision, language, text))
  },
})

/**
 * The decided interval begins as a plan of its own within the same validity: months of the old one from then on drop,
 * the rest is counted back from the end month and stays a proposal until the new certificate is recorded.
 */
const startInterval = async (
  { scope, now }: Call,
  proposal: { caseId: string; from: Temporal.PlainYearMonth; intervalMonths: number },
): Promise<void> => {
  const [plan] = await plansOfCase(scope, proposal.caseId)
  const interval = INTERVALS.find((months) => months === proposal.intervalMonths)
  if (!plan || !interval) throw new Error('a proposal without its plan')
  const input = inputOf(plan)
  const first = proposal.from.toPlainDate({ day: 1 })
  const start = Temporal.PlainDate.compare(first, input.validity.start) > 0 ? first : input.validity.start
  const validity = { start, end: input.validity.end }
  await storePlan(scope, { ...input, kind: 'change', validity, lines: [], interval }, now)
}
