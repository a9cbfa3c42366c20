import type { Region } from '../domain/region/region.ts'
import { dueForReview } from '../domain/summary/priority.ts'
import { reviewWindow } from '../domain/summary/review-window.ts'
import type { Scope } from './database.ts'
import { plansWithoutSummary } from './plans.ts'
import { priorityCases } from './priority.ts'
import { openCaseIdsOf } from './summaries.ts'

/** A summary that a meeting wants and nobody has written: of a plan to review, or of a case whose review is due. */
export type MissingSummary = { code: string; memberId: string; form: 'plan_review' | 'priority_review' }

export const missingSummaries = async (
  scope: Scope,
  region: Region,
  meetingDate: Temporal.PlainDate,
): Promise<MissingSummary[]> => {
  const window = reviewWindow(meetingDate)
  const plans = await plansWithoutSummary(scope, window.from, window.to)
  const priority = await priorityCases(scope, region.timeZone)
  const due = dueForReview(priority, region.settings.needReviewMonths, meetingDate)
  const written = due.length === 0 ? new Set<string>() : await openCaseIdsOf(scope, 'priority_review')
  const planned = new Set(plans.map(({ caseId }) => caseId))
  return [
    ...plans.map(({ code, memberId }) => ({ code, memberId, form: 'plan_review' as const })),
    ...due
      .filter(({ caseId }) => !written.has(caseId) && !planned.has(caseId))
      .map(({ code, memberId }) => ({ code, memberId, form: 'priority_review' as const })),
  ]
}
