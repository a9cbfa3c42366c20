/** An axis from nought: round steps, and a top that holds `most`. */
type Scale = { step: number; top: number; marks: number[] }

const LINES = 5

/** Steps are 1, 2 or 5 times a power of ten, whole numbers, so that at most six lines are drawn. */
export const scaleFor = (most: number): Scale => {
  const rough = Math.max(most, 1) / LINES
  const power = 10 ** Math.max(0, Math.floor(Math.log10(rough)))
  const step = [1, 2, 5].map((times) => times * power).find((one) => one >= rough) ?? 10 * power
  const count = Math.ceil(Math.max(most, 1) / step)
  return { step, top: count * step, marks: Array.from({ length: count + 1 }, (_, index) => index * step) }
}
