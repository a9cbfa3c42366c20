/** Where a due month that is not done yet stands. */
export type DueStatus = 'upcoming' | 'due-this-month' | 'overdue'

/** A due month is kept on any day of it, so it is overdue from the first of the next. */
export const dueStatus = (dueMonth: Temporal.PlainYearMonth, today: Temporal.PlainDate): DueStatus => {
  const order = Temporal.PlainYearMonth.compare(dueMonth, today.toPlainYearMonth())
  if (order === 0) return 'due-this-month'
  return order < 0 ? 'overdue' : 'upcoming'
}
