/** Starts a stopwatch on the monotonic clock. The function returned gives the elapsed seconds. */
export const stopwatch = (): (() => number) => {
  const start = performance.now()
  return () => (performance.now() - start) / 1_000
}
