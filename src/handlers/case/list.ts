import { type CaseLine, caseListCard } from '../../cards/case.ts'
import { writeDate, writeMonth } from '../../domain/date-text/write-date.ts'
import { caseReach } from '../../domain/permission/case-access.ts'
import { openCases } from '../../store/cases.ts'
import { openMonitoringsOf } from '../../store/monitorings.ts'
import { plansOfCases } from '../../store/plans.ts'
import { command } from '../command.ts'

/** `/case list`: a specialist's own cases; for who sees a region or municipality, all within reach. */
export const listCases = command({
  id: 'case.list',
  words: {
    noun: (t) => t.commands.case.noun,
    verb: (t) => t.commands.case.list.verb,
    description: (t) => t.commands.case.list.description,
  },
  permission: 'case.read',
  options: {},
  run: async (call) => {
    const { scope, asker, language, text } = call
    const reach = caseReach(asker)
    const own = reach.reach === 'office'
    const found = await openCases(scope, reach, own ? { memberId: asker.memberId } : {})
    const ids = found.map(({ id }) => id)
    const plans = Map.groupBy(await plansOfCases(scope, ids), ({ caseId }) => caseId)
    const months = Map.groupBy(await openMonitoringsOf(scope, ids), ({ caseId }) => caseId)
    const lines = found.map(({ id, code }): CaseLine => {
      const plan = plans.get(id)?.[0]
      const next = months.get(id)?.[0]
      return {
        code,
        ...(plan ? { kind: text.cases.kinds[plan.kind], validTo: writeDate(plan.validTo, language) } : {}),
        ...(next ? { next: writeMonth(next.dueMonth, language) } : {}),
      }
    })
    call.note('read', 'case-list', asker.officeId ?? call.region.id)
    return { kind: 'say', card: caseListCard(lines, own ? 'own' : 'region', text) }
  },
})
