import { visitCard } from '../../cards/visit.ts'
import { memberName, officeName } from '../../domain/region/names.ts'
import { visitReport } from '../../store/visit/visits.ts'
import { refuse, say } from '../answer.ts'
import { command } from '../command.ts'
import { visitArgument, visitRefusal } from './arguments.ts'

/** The button of a report: what was seen. */
export const showVisit = command('visit.show', {
  hidden: true,
  permission: 'visit.read',
  args: { visit: visitArgument.toSee },
  run: async ({ args, ...call }) => {
    const { scope, region, language, text } = call
    const { id, officeId, visitorId, doneOn, reportedBy } = args.visit
    if (doneOn === null) throw refuse(visitRefusal(text.visits.notReported))
    const report = await visitReport(scope, id)
    call.note('read', 'visit', id)
    const names = {
      office: officeName(region, officeId),
      visitor: memberName(region, reportedBy ?? visitorId),
    }
    return say(visitCard({ ...names, doneOn, report }, language, text))
  },
})
