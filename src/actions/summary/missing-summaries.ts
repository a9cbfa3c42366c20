import type { CaseFacts } from '../../domain/case/permission.ts'
import type { Region } from '../../domain/region/region.ts'
import { dueForReview } from '../../domain/summary/priority.ts'
import { reviewWindow } from '../../domain/summary/review-window.ts'
import type { WantedSummary } from '../../domain/summary/wanted-summary.ts'
import { priorityCases } from '../../store/case/priority.ts'
import type { Scope } from '../../store/engine/database.ts'
import { readConcurrently } from '../../store/engine/read-concurrently.ts'
import { plansWithoutSummary } from '../../store/plan/plans.ts'
import { askedSummaries } from '../../store/summary/asked-summaries.ts'
import { openCaseIdsOf } from '../../store/summary/summaries.ts'

export type MissingSummary = WantedSummary & {
  caseId: string | null
  planId: string | null
  /** Who may be asked for it follows from its case, where it has one. */
  supportCase: CaseFacts | null
}

/**
 * Lists the summaries that a meeting on this date still waits for. `meetingId`: of those asked for, this meeting's
 * only; by default all.
 */
export const missingSummaries = async (
  scope: Scope,
  region: Region,
  meetingDate: Temporal.PlainDate,
  meetingId?: string,
): Promise<MissingSummary[]> => {
  const window = reviewWindow(meetingDate)
  const { plans, priority, allAsked } = await readConcurrently({
    plans: plansWithoutSummary(scope, window.from, window.to),
    priority: priorityCases(scope, region.timeZone),
    allAsked: askedSummaries(scope),
  })
  const due = dueForReview(priority, region.settings.needReviewMonths, meetingDate)
  const written = due.length === 0 ? new Set<string>() : await openCaseIdsOf(scope, 'priority_review')
  const planned = new Set(plans.map(({ caseId }) => caseId))
  const asked = allAsked.filter((one) => meetingId === undefined || one.meetingId === meetingId)
  return [
    ...plans.map((plan) => ({ ...plan, form: 'plan_review' as const })),
    ...due
      .filter(({ caseId }) => !written.has(caseId) && !planned.has(caseId))
      .map(({ code, memberId, officeId, municipalityId, caseId }) => ({
        supportCase: { memberId, officeId, municipalityId },
        code,
        memberId,
        caseId,
        planId: null,
        form: 'priority_review' as const,
      })),
    ...asked.map(({ id, meetingId: _, ...one }) => ({ ...one, summaryId: id })),
  ]
}
