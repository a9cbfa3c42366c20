import { instant, noticeKind } from './notice.ts'

/** What was late in a span of time. */
export const lateReportKind = noticeKind('late-report', { from: instant, to: instant }, { separator: '/' })
