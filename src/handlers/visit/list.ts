import { visitListCard } from '../../cards/visit.ts'
import { memberName, officeName } from '../../domain/region/names.ts'
import { openVisits, reportedVisits } from '../../store/visit/visits.ts'
import { command } from '../legacy/command.ts'
import { mayReadVisit, mayReport } from './find-visit.ts'

const AHEAD = { days: 400 }

/** `/visit list`: モニタリング検証の訪問, to come and of the last year, as far as the asker is concerned. */
export const listVisits = command({
  id: 'visit.list',
  words: {
    noun: (t) => t.commands.visit.noun,
    verb: (t) => t.commands.visit.list.verb,
    description: (t) => t.commands.visit.list.description,
  },
  permission: 'visit.read',
  options: {},
  run: async (call) => {
    const { scope, region, today, now, language, text } = call
    const open = await openVisits(scope, today.add(AHEAD))
    const reported = await reportedVisits(scope, now.subtract({ hours: 24 * 366 }))
    const lines = [...open, ...reported]
      .filter((visit) => mayReadVisit(call, visit))
      .map((visit) => {
        const { id, officeId, visitorId, plannedOn, doneOn } = visit
        const isPast = Temporal.PlainDate.compare(plannedOn, today) < 0
        return {
          id,
          office: officeName(region, officeId),
          visitor: memberName(region, visitorId),
          on: doneOn ?? plannedOn,
          state: doneOn ? ('reported' as const) : isPast ? ('waiting' as const) : ('coming' as const),
          mayReport: mayReport(call, visit),
        }
      })
    return { kind: 'say', card: visitListCard(lines, language, text) }
  },
})
