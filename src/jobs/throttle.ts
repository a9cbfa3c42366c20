/**
 * Throttles `act` to once in `apartMs`: runs it at once where the last run is long enough ago, else once at the end of
 * the interval for all who asked meanwhile. The caller that runs it gets the error; errors of a delayed run go to `onError`.
 */
export const throttle = (act: () => Promise<void>, apartMs: number, onError: (error: unknown) => void) => {
  let last = Number.NEGATIVE_INFINITY
  let waiting: ReturnType<typeof setTimeout> | undefined
  const begin = (): Promise<void> => {
    last = performance.now()
    waiting = undefined
    return act()
  }
  return {
    ask: async (): Promise<void> => {
      if (waiting) return
      const left = last + apartMs - performance.now()
      if (left <= 0) return begin()
      waiting = setTimeout(() => void begin().catch(onError), left)
    },
    /** Drops a delayed run. */
    stop: (): void => clearTimeout(waiting),
  }
}
