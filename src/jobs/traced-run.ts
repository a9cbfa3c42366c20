import { stopwatch } from '../domain/calendar/clock.ts'
import { inCarriedTrace, inSpan } from '../observability/span.ts'
import type { Watch } from '../observability/watch.ts'

/** Runs a job as a part of the trace in which it was queued, and tells how it went. */
export const watchedRun = async <T>(
  job: string,
  traceparent: string | undefined,
  watch: Watch,
  run: () => Promise<T>,
): Promise<T> => {
  const passed = stopwatch()
  let failed = true
  try {
    const result = await inCarriedTrace(traceparent, () => inSpan(`job ${job}`, {}, run))
    failed = false
    return result
  } finally {
    watch.ran(job, failed, passed())
  }
}
