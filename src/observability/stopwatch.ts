/** Answers how many seconds passed since; not moved by a clock that is set. */
export const stopwatch = (): (() => number) => {
  const start = performance.now()
  return () => (performance.now() - start) / 1_000
}
