import { type CaseFacts, maySeeCase, mayWorkOnCase } from '../case/permission.ts'
import { type Asker, CASE_WORKERS, coordinates, type RolesThatMay } from '../member/roles.ts'

export const SUMMARY_PERMISSIONS = {
  'summary.submit': CASE_WORKERS,
  'summary.read': CASE_WORKERS,
  'summary.agree': ['coordinator'],
} as const satisfies RolesThatMay

type SummaryFacts = { summary: { presenterId: string }; supportCase: CaseFacts | null | undefined }

const isOwn = (asker: Asker, presenterId: string): boolean =>
  coordinates(asker) || presenterId === asker.memberId

/** Of a case by whoever sees the case, and nobody else, though they wrote it; without one by its presenter and the coordinators. */
export const maySeeSummary = (asker: Asker, { summary, supportCase }: SummaryFacts): boolean =>
  supportCase ? maySeeCase(asker, supportCase) : isOwn(asker, summary.presenterId)

/** Listed are one's own; for the coordinators, all. */
export const mayListSummary = (asker: Asker, facts: SummaryFacts): boolean =>
  isOwn(asker, facts.summary.presenterId) && maySeeSummary(asker, facts)

/** Of a case by whoever works on it; without one by its presenter and the coordinators. */
export const mayWriteSummary = (asker: Asker, { summary, supportCase }: SummaryFacts): boolean =>
  supportCase ? mayWorkOnCase(asker, supportCase) : isOwn(asker, summary.presenterId)
