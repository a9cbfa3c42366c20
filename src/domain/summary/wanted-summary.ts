import type { FormName } from './forms.ts'

/**
 * A summary that a meeting waits for: of a plan to review, of a case whose review is due, or one that somebody was
 * asked for by name (`summaryId`). A GSV has no case before its presenter chooses one.
 */
export type WantedSummary = { form: FormName; memberId: string; code: string | null; summaryId?: string }
