import { type CaseFacts, maySeeCase, mayWorkOnCase } from '../case/permission.ts'
import { type Asker, CASE_WORKERS, coordinates, type RolesThatMay } from '../member/roles.ts'

export const SUMMARY_PERMISSIONS = {
  'summary.submit': CASE_WORKERS,
  'summary.read': CASE_WORKERS,
  'summary.agree': ['coordinator'],
} as const satisfies RolesThatMay

type SummaryFacts = { summary: { presenterId: string }; supportCase: CaseFacts | undefined }

/** Listed are one's own; for the coordinators, all. */
export const mayListSummaryOf = (asker: Asker, presenterId: string): boolean =>
  coordinates(asker) || presenterId === asker.memberId

export const maySeeSummary = (asker: Asker, { summary, supportCase }: SummaryFacts): boolean =>
  mayListSummaryOf(asker, summary.presenterId) ||
  (supportCase !== undefined && maySeeCase(asker, supportCase))

/** Of a case by whoever works on it; without one by its presenter and the coordinators. */
export const mayWriteSummary = (asker: Asker, { summary, supportCase }: SummaryFacts): boolean =>
  supportCase ? mayWorkOnCase(asker, supportCase) : mayListSummaryOf(asker, summary.presenterId)
