/** How often two people sat in one group before. */
export type Met = { pair: readonly [string, string]; times: number }

/** Counts every pair of every group; each pair once, its ids in order. */
export const countMet = (groups: readonly (readonly string[])[]): Met[] => {
  const counted = new Map<string, Met>()
  for (const group of groups) {
    for (const [at, one] of group.entries()) {
      for (const other of group.slice(at + 1)) {
        const pair = one < other ? ([one, other] as const) : ([other, one] as const)
        const key = JSON.stringify(pair)
        counted.set(key, { pair, times: (counted.get(key)?.times ?? 0) + 1 })
      }
    }
  }
  return [...counted.values()]
}
