import { visitCard } from '../../cards/visit.ts'
import { memberName, officeName } from '../../domain/region/names.ts'
import { visitReport } from '../../store/visit/visits.ts'
import { command } from '../legacy/command.ts'
import { findVisit, refuseVisit, visitOption } from './find-visit.ts'

/** The button of a report: what was seen. */
export const showVisit = command({
  id: 'visit.show',
  words: {
    noun: (t) => t.commands.visit.noun,
    verb: (t) => t.commands.visit.show.verb,
    description: (t) => t.commands.visit.show.description,
  },
  hidden: true,
  permission: 'visit.read',
  options: { visit: visitOption },
  run: async (call) => {
    const { scope, region, language, text } = call
    const found = await findVisit(call, call.options.visit)
    if (!found.ok) return found.refusal
    const { id, officeId, visitorId, doneOn, reportedBy } = found.visit
    if (doneOn === null) return refuseVisit(text.visits.notReported)
    const report = await visitReport(scope, id)
    call.note('read', 'visit', id)
    const names = {
      office: officeName(region, officeId),
      visitor: memberName(region, reportedBy ?? visitorId),
    }
    return { kind: 'say', card: visitCard({ ...names, doneOn, report }, language, text) }
  },
})
