import { lessEq, solve } from 'yalps'

/**
 * Each row its own column at the least sum of costs, exactly; `undefined` costs are not allowed. Undefined where no
 * such choice exists. The answer is the columns by row.
 */
export const assign = (
  rows: number,
  columns: number,
  cost: (row: number, column: number) => number | undefined,
): number[] | undefined => {
  if (rows === 0) return []
  const choices = Array.from({ length: rows * columns }, (_, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns]
    return { row, column, cost: cost(row, column) }
  }).filter((choice) => choice.cost !== undefined)
  const solution = solve({
    direction: 'minimize',
    objective: 'cost',
    constraints: [
      ...Array.from({ length: rows }, (_, row) => [`row ${row}`, { equal: 1 }] as const),
      ...Array.from({ length: columns }, (_, column) => [`column ${column}`, lessEq(1)] as const),
    ],
    variables: choices.map(
      ({ row, column, cost = 0 }, at) =>
        [
          at,
          [['cost', cost] as const, [`row ${row}`, 1] as const, [`column ${column}`, 1] as const],
        ] as const,
    ),
    binaries: true,
  })
  if (solution.status !== 'optimal') return undefined
  const chosen = Array.from({ length: rows }, () => -1)
  for (const [at, taken] of solution.variables) {
    const choice = choices[at]
    if (choice && taken > 0.5) chosen[choice.row] = choice.column
  }
  return chosen
}
