import {
  type Attributes,
  context,
  propagation,
  ROOT_CONTEXT,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'

/** Span attributes: names, ids and counts, never a text. */
export type SpanFacts = Attributes

/** Runs the work in a span of the current trace, or of a new one. Next to free where no traces are made. */
export const inSpan = <T>(
  name: string,
  facts: SpanFacts,
  work: (learned: (facts: SpanFacts) => void) => Promise<T>,
): Promise<T> =>
  trace.getTracer('tsunagi').startActiveSpan(name, { attributes: facts }, async (span) => {
    try {
      return await work((learned) => span.setAttributes(learned))
    } catch (error) {
      // Record the error's name only: its message may quote a text.
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'thrown' })
      throw error
    } finally {
      span.end()
    }
  })

/** Runs the work in a child span; begins no trace where none is in progress. */
export const inPart = <T>(name: string, facts: SpanFacts, work: () => Promise<T>): Promise<T> =>
  trace.getActiveSpan() ? inSpan(name, facts, work) : work()

/** Serializes the current trace context as a W3C `traceparent`; undefined where no trace is made. */
export const carriedTrace = (): string | undefined => {
  const carrier: { traceparent?: string } = {}
  propagation.inject(context.active(), carrier)
  return carrier.traceparent
}

/** Runs the work as a child of the given `traceparent`. */
export const inCarriedTrace = <T>(traceparent: string | undefined, work: () => Promise<T>): Promise<T> =>
  context.with(traceparent ? propagation.extract(ROOT_CONTEXT, { traceparent }) : context.active(), work)

/** Returns the current trace id, for log lines. */
export const activeTrace = (): { trace?: string } => {
  const span = trace.getActiveSpan()
  return span ? { trace: span.spanContext().traceId } : {}
}
