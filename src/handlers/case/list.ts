import { type CaseLine, caseListCard } from '../../cards/case/case.ts'
import { writeDate, writeMonth } from '../../domain/calendar/write-date.ts'
import { caseReach } from '../../domain/case/permission.ts'
import { caseList } from '../../store/case/cases.ts'
import { command } from '../legacy/command.ts'

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
    const found = await caseList(scope, reach, own ? asker.memberId : undefined)
    const lines = found.map(
      ({ code, kind, validTo, nextDue }): CaseLine => ({
        code,
        ...(kind && validTo ? { kind: text.cases.kinds[kind], validTo: writeDate(validTo, language) } : {}),
        ...(nextDue ? { next: writeMonth(nextDue, language) } : {}),
      }),
    )
    call.note('read', 'case-list', asker.officeId ?? call.region.id)
    return { kind: 'say', card: caseListCard(lines, own ? 'own' : 'region', text) }
  },
})
