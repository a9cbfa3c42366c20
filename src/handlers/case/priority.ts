import { priorityCard } from '../../cards/case/case.ts'
import { maySeeCase } from '../../domain/case/permission.ts'
import { memberName } from '../../domain/region/names.ts'
import { dueForReview } from '../../domain/summary/priority.ts'
import { priorityCases } from '../../store/case/priority.ts'
import { say } from '../answer.ts'
import { command } from '../command.ts'

/** How far ahead a review is worth seeing. */
const AHEAD = Temporal.Duration.from({ months: 3 })

/** `/case priority`: cases by need level whose review is due, or will be within three months. */
export const priorityReviews = command('case.priority', {
  permission: 'priority.read',
  run: async (call) => {
    const { scope, asker, region, today, language, text } = call
    const found = (await priorityCases(scope, region.timeZone)).filter((one) => maySeeCase(asker, one))
    const due = dueForReview(found, region.settings.needReviewMonths, today.add(AHEAD))
    const lines = due.map((one) => ({
      ...one,
      member: memberName(region, one.memberId),
      past: Temporal.PlainDate.compare(one.due, today) <= 0,
    }))
    call.note('read', 'priority-list', asker.officeId ?? region.id)
    return say(priorityCard(lines, language, text))
  },
})
