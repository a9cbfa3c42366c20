/** Lets requests through until it is closed, and knows when the last one under way has been answered. */
export const door = () => {
  let isClosed = false
  const inside = new Set<Promise<void>>()
  return {
    /** False: closed, nothing was done. */
    through: async (act: () => Promise<void>): Promise<boolean> => {
      if (isClosed) return false
      const visit = act()
      inside.add(visit)
      try {
        await visit
      } finally {
        inside.delete(visit)
      }
      return true
    },
    close: () => {
      isClosed = true
    },
    empty: async () => {
      await Promise.allSettled(inside)
    },
  }
}
