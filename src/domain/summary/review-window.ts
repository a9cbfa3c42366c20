/**
 * Which plans a meeting reviews: every new, changed or renewed plan (seed 001: 新規プランは全ケース) that begins from
 * the month before the meeting to the end of the month after it. Older plans of an imported ledger were reviewed, or
 * not, before the bot came.
 */
export const reviewWindow = (
  meetingDate: Temporal.PlainDate,
): { from: Temporal.PlainDate; to: Temporal.PlainDate } => {
  const month = meetingDate.toPlainYearMonth()
  const after = month.add({ months: 1 })
  return {
    from: month.subtract({ months: 1 }).toPlainDate({ day: 1 }),
    to: after.toPlainDate({ day: after.daysInMonth }),
  }
}
