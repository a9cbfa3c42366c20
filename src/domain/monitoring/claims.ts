/** What is said about claiming (請求): a note for the person to confirm, never a promise. */
export type ClaimNote = 'plan_only' | 'month_not_set'

type Outcome = 'as_planned' | 'plan_change_needed' | 'interval_change_needed' | 'could_not_meet'

/**
 * - `plan_only`: monitoring that leads to a new plan in one flow is claimed as the plan alone, also where it runs into
 *   the next month (相談支援に係るQ&A 2017-03-31).
 * - `month_not_set`: monitoring in a month that is not set needs the municipality's change of months first (the same,
 *   on a new office; Toyota City Q&A 2015).
 */
export const claimNotes = (recorded: {
  dueMonth: Temporal.PlainYearMonth
  doneOn: Temporal.PlainDate
  outcome: Outcome
}): ClaimNote[] => {
  if (recorded.outcome === 'could_not_meet') return []
  const inItsMonth = recorded.doneOn.toPlainYearMonth().equals(recorded.dueMonth)
  return [
    ...(recorded.outcome === 'plan_change_needed' ? (['plan_only'] as const) : []),
    ...(inItsMonth ? [] : (['month_not_set'] as const)),
  ]
}

/** For a plan that is registered in a month in which monitoring was done too. */
export const claimNotesOfPlan = (
  made: Temporal.PlainDate,
  monitoredOn: readonly Temporal.PlainDate[],
): ClaimNote[] =>
  monitoredOn.some((day) => day.toPlainYearMonth().equals(made.toPlainYearMonth())) ? ['plan_only'] : []
