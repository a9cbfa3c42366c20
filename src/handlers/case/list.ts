import { type CaseLine, caseListCard } from '../../cards/case/case.ts'
import { writeDate, writeMonth } from '../../domain/calendar/write-date.ts'
import { caseReach } from '../../domain/case/permission.ts'
import { caseList } from '../../store/case/cases.ts'
import { say } from '../answer.ts'
import { command } from '../command.ts'

/** `/case list`: a specialist's own cases; for who sees a region or municipality, all within reach. */
export const listCases = command('case.list', {
  permission: 'case.read',
  run: async (call) => {
    const { scope, region, asker, language, text } = call
    const reach = caseReach(asker)
    const own = reach.reach === 'office'
    const found = await caseList(scope, reach, own ? asker.memberId : undefined)
    const lines = found.map(
      ({ code, kind, validTo, nextDue }): CaseLine => ({
        code,
        kind: kind ? text.cases.kinds[kind] : undefined,
        validTo: validTo ? writeDate(validTo, language) : undefined,
        next: nextDue ? writeMonth(nextDue, language) : undefined,
      }),
    )
    call.note('read', 'case-list', asker.officeId ?? region.id)
    return say(caseListCard(lines, own ? 'own' : 'region', text))
  },
})
