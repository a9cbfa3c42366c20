/** A facilitator, a presenter and one more to give ideas. */
export const LEAST_SIZE = 3
/** The largest published session of one group: 狭山市's demonstration of about 20 (REGULATION.md section c). */
export const MOST_SIZE = 20

/**
 * How many groups come nearest to the size asked for, all within one person of it; the smaller groups where two
 * counts are as near, since everybody should get to speak. Undefined where no count does.
 */
export const groupCount = (people: number, size: number): number | undefined => {
  const fits = (groups: number) => {
    const smallest = Math.floor(people / groups)
    const largest = Math.ceil(people / groups)
    return smallest >= Math.max(LEAST_SIZE, size - 1) && largest <= size + 1
  }
  return [Math.ceil(people / size), Math.floor(people / size)]
    .filter((groups) => groups > 0 && fits(groups))
    .toSorted((a, b) => Math.abs(people / a - size) - Math.abs(people / b - size) || b - a)[0]
}

/** The sizes that so many people and facilitators can be parted into. */
export const workableSizes = (people: number, facilitators: number): number[] =>
  Array.from({ length: MOST_SIZE - LEAST_SIZE + 1 }, (_, at) => LEAST_SIZE + at).filter((size) => {
    const groups = groupCount(people, size)
    return groups !== undefined && groups <= facilitators
  })

/** Each group's size, the larger ones first; they differ by at most one. */
export const sizesOf = (people: number, groups: number): number[] =>
  Array.from({ length: groups }, (_, at) => Math.floor(people / groups) + (at < people % groups ? 1 : 0))
