import { z } from 'zod'
import { inputOf, storePlan } from '../../actions/plan/plan-months.ts'
import { refusalCard } from '../../cards/answer.ts'
import { decidedIntervalCard, intervalProposalCard } from '../../cards/monitoring/interval-proposal.ts'
import { maySeeCase } from '../../domain/case/permission.ts'
import { INTERVALS } from '../../domain/monitoring/due-months.ts'
import { memberName } from '../../domain/region/names.ts'
import { decideProposal, proposalById } from '../../store/monitoring/interval-proposals.ts'
import { plansOfCase } from '../../store/plan/plans.ts'
import { type BaseCall, command, type Option, type Outcome } from '../legacy/command.ts'
import { idOption } from '../legacy/options.ts'

const proposalOption = idOption('required', (t) => t.commands.options.proposal)
const decisionOption: Option<'accepted' | 'declined'> = {
  schema: z.enum(['accepted', 'declined']),
  required: false,
  hidden: true,
  words: (t) => t.commands.options.decision,
}

/** The buttons of a proposed interval: its reason, and the municipality's yes or no. */
export const decideInterval = command({
  id: 'monitoring.decide',
  words: {
    noun: (t) => t.commands.monitoring.noun,
    verb: (t) => t.commands.monitoring.decide.verb,
    description: (t) => t.commands.monitoring.decide.description,
  },
  hidden: true,
  permission: 'interval.decide',
  options: { proposal: proposalOption, decision: decisionOption },
  run: async (call) => {
    const { scope, options, text, language, region, asker, now } = call
    const words = text.monitoring.decide
    const found = await proposalById(scope, options.proposal)
    if (!found || !maySeeCase(asker, found)) return refuse(words.notFound)
    if (found.decision !== null)
      return refuse(words.already(memberName(region, found.decidedBy ?? ''), words.decisions[found.decision]))
    call.note('read', 'interval-proposal', found.id)
    const view = {
      ...found,
      proposedBy: memberName(region, found.proposedBy),
    }
    if (!options.decision) return { kind: 'say', card: intervalProposalCard(view, language, text) }
    const decided = { decision: options.decision, decidedBy: asker.memberId, decidedAt: now }
    if (!(await decideProposal(scope, found.id, decided))) return refuse(words.notFound)
    if (options.decision === 'accepted') await startInterval(call, found)
    call.note('change', 'interval-proposal', found.id)
    return { kind: 'replace', card: decidedIntervalCard(view, options.decision, language, text) }
  },
})

const refuse = (heading: string): Outcome => ({
  kind: 'refuse',
  card: refusalCard('interval.refused', heading),
})

/**
 * The decided interval begins as a plan of its own within the same validity: months of the old one from then on drop,
 * the rest is counted back from the end month and stays a proposal until the new certificate is recorded.
 */
const startInterval = async (
  { scope, now }: BaseCall,
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
