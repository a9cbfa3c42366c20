import { noticeCard } from '../../cards/answer.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { maySeeCase, mayWorkOnCase } from '../../domain/case/permission.ts'
import { memberName } from '../../domain/region/names.ts'
import { proposalById } from '../../store/monitoring/interval-proposals.ts'
import { monitoringById } from '../../store/monitoring/monitorings.ts'
import { plansOfCase } from '../../store/plan/plans.ts'
import { entityArgument } from '../arguments.ts'

const refused = (heading: string) => noticeCard('monitoring.refused', heading)

/**
 * A due month that is not recorded yet, by its id on a button. Who handed the case on has old messages with that
 * button: they hear what anybody hears who may not see it.
 */
export const openMonthArgument = entityArgument({
  find: ({ scope }, id) => monitoringById(scope, id),
  subject: ({ id }) => ['monitoring', id],
  see: maySeeCase,
  change: mayWorkOnCase,
  gone: ({ text }) => refused(text.monitoring.done.notFound),
}).toChange.unless(({ region, language, text }, { doneOn, recordedBy }) => {
  if (doneOn === null) return undefined
  const name = recordedBy ? memberName(region, recordedBy) : ''
  return refused(text.monitoring.done.already(name, writeDate(doneOn, language)))
})

/** A proposed interval that waits for its decision. It ends with its case, and with the plan that it would change. */
export const proposalArgument = entityArgument({
  find: async ({ scope }, id) => {
    const proposal = await proposalById(scope, id)
    if (!proposal) return undefined
    const [plan] = await plansOfCase(scope, proposal.caseId)
    return { ...proposal, isOvertaken: proposal.closedOn !== null || plan?.id !== proposal.planId }
  },
  subject: ({ id }) => ['interval-proposal', id],
  see: maySeeCase,
  gone: ({ text }) => noticeCard('interval.refused', text.monitoring.decide.notFound),
  over: ({ region, text }, { decision, decidedBy, isOvertaken }) => {
    const words = text.monitoring.decide
    if (decision === null) return isOvertaken ? noticeCard('interval.refused', words.overtaken) : undefined
    const heading = words.already(memberName(region, decidedBy ?? ''), words.decisions[decision])
    return noticeCard('interval.refused', heading)
  },
}).toSee
