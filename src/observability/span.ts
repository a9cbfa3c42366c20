import {
  type Attributes,
  context,
  propagation,
  ROOT_CONTEXT,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'

/** Names, ids and counts. A text has no place in a trace. */
export type SpanFacts = Attributes

/** Does the work as a span of the trace it is part of. Where no traces are made this costs next to nothing. */
export const inSpan = <T>(
  name: string,
  facts: SpanFacts,
  work: (learned: (facts: SpanFacts) => void) => Promise<T>,
): Promise<T> =>
  trace.getTracer('tsunagi').startActiveSpan(name, { attributes: facts }, async (span) => {
    try {
      return await work((learned) => span.setAttributes(learned))
    } catch (error) {
      // What an error says may quote what it was given: its kind has to do.
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'thrown' })
      throw error
    } finally {
      span.end()
    }
  })

/** As `inSpan`, as a part of what goes on: where no trace is under way none begins. */
export const inPart = <T>(name: string, facts: SpanFacts, work: () => Promise<T>): Promise<T> =>
  trace.getActiveSpan() ? inSpan(name, facts, work) : work()

/** The trace that goes on elsewhere, in the words of W3C Trace Context; undefined where none is made. */
export const carriedTrace = (): string | undefined => {
  const carrier: { traceparent?: string } = {}
  propagation.inject(context.active(), carrier)
  return carrier.traceparent
}

/** Does the work as a part of the trace that was carried here. */
export const inCarriedTrace = <T>(traceparent: string | undefined, work: () => Promise<T>): Promise<T> =>
  context.with(traceparent ? propagation.extract(ROOT_CONTEXT, { traceparent }) : context.active(), work)

/** For a log line: the id of the trace it is written in. */
export const activeTrace = (): { trace?: string } => {
  const span = trace.getActiveSpan()
  return span ? { trace: span.spanContext().traceId } : {}
}
