/** A case whose need for support brings it back to a meeting at an interval (重点的に関わる対象者, seed 002). */
export type PriorityFacts = {
  code: string
  memberId: string
  needLevel: 1 | 2 | 3
  /** When a meeting last had it on its agenda; before the first time, when the level was set. */
  lastSeen: Temporal.PlainDate
}

export type NeedReviewMonths = { level1: number; level2: number; level3: number }

/** The day by which a meeting looks at it again. */
const reviewDue = ({ needLevel, lastSeen }: PriorityFacts, months: NeedReviewMonths): Temporal.PlainDate =>
  lastSeen.add({ months: months[`level${needLevel}`] })

/** Those whose review is due by a day, the longest waiting first; greater need breaks a tie. */
export const dueForReview = <Facts extends PriorityFacts>(
  cases: readonly Facts[],
  months: NeedReviewMonths,
  by: Temporal.PlainDate,
): (Facts & { due: Temporal.PlainDate })[] =>
  cases
    .map((one) => ({ ...one, due: reviewDue(one, months) }))
    .filter(({ due }) => Temporal.PlainDate.compare(due, by) <= 0)
    .toSorted((a, b) => Temporal.PlainDate.compare(a.due, b.due) || a.needLevel - b.needLevel)
