export type InFlight = {
  /** Gives the work back as it is. */
  track<Value>(work: Promise<Value>): Promise<Value>
  /** Resolves when nothing is in flight any more. */
  drain(): Promise<void>
}

/** Tracks work in flight, so that a stop can wait for it. */
export const inFlight = (): InFlight => {
  const running = new Set<Promise<unknown>>()
  return {
    track: (work) => {
      const done = () => running.delete(work)
      running.add(work)
      void work.then(done, done)
      return work
    },
    drain: async () => {
      while (running.size > 0) await Promise.allSettled(running)
    },
  }
}
