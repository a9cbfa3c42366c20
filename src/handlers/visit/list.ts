import { visitListCard } from '../../cards/visit.ts'
import { memberName, officeName } from '../../domain/region/names.ts'
import { mayReadVisit, mayReportVisit } from '../../domain/visit/permission.ts'
import { openVisits, reportedVisits } from '../../store/visit/visits.ts'
import { say } from '../answer.ts'
import { command } from '../command.ts'

const AHEAD = { days: 400 }

/** `/visit list`: モニタリング検証の訪問, to come and of the last year, as far as the asker is concerned. */
export const listVisits = command('visit.list', {
  permission: 'visit.read',
  run: async ({ scope, region, asker, today, now, language, text }) => {
    const open = await openVisits(scope, today.add(AHEAD))
    const reported = await reportedVisits(scope, now.subtract({ hours: 24 * 366 }))
    const lines = [...open, ...reported]
      .filter((visit) => mayReadVisit(asker, visit, region))
      .map((visit) => {
        const { id, officeId, visitorId, plannedOn, doneOn } = visit
        const isPast = Temporal.PlainDate.compare(plannedOn, today) < 0
        return {
          id,
          office: officeName(region, officeId),
          visitor: memberName(region, visitorId),
          on: doneOn ?? plannedOn,
          state: doneOn ? ('reported' as const) : isPast ? ('waiting' as const) : ('coming' as const),
          mayReport: mayReportVisit(asker, visit),
        }
      })
    return say(visitListCard(lines, language, text))
  },
})
