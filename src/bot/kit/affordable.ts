/**
 * Picks the rows of buttons to lay out before everything else, since without them nothing can be done: the first ones
 * whose total stays within the budget `most` in every unit of cost.
 */
export const affordable = <Row>(
  rows: readonly Row[],
  costsOf: (row: Row) => readonly number[],
  most: readonly number[],
): Set<Row> => {
  const spent = most.map(() => 0)
  const isWithin = (row: Row) => {
    for (const [at, cost] of costsOf(row).entries()) spent[at] = (spent[at] ?? 0) + cost
    return spent.every((sum, at) => sum <= (most[at] ?? 0))
  }
  return new Set(rows.filter(isWithin))
}
