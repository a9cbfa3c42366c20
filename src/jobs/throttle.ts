/**
 * Does something at most once in `apartMs`, for whoever asks: at once where the last time is long enough ago, else as
 * soon as it is, once for all who asked meanwhile. Who has it done at once hears of its failure, else `failed` does.
 */
export const spaced = (act: () => Promise<void>, apartMs: number, failed: (error: unknown) => void) => {
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
      waiting = setTimeout(() => void begin().catch(failed), left)
    },
    /** What was asked for and not begun is not done. */
    stop: (): void => clearTimeout(waiting),
  }
}
