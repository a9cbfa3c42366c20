import { context, DiagLogLevel, diag, propagation, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { W3CTraceContextPropagator } from '@opentelemetry/core'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import type { Logger } from 'pino'

/** Timeout of an export: a collector that hangs must not hold up the shutdown. */
const EXPORT_WITHIN_MS = 2_000

export type Tracing = { stop(): Promise<void> }

/**
 * Exports the spans of this process to a collector, by OTLP over HTTP, until stopped. Imported lazily, only where traces
 * are configured.
 */
export const startTracing = (
  to: string,
  process: { role: string; version: string },
  log: Pick<Logger, 'warn'>,
): Tracing => {
  const warn = (what: string) => log.warn({ what }, 'traces were not sent')
  const quiet = () => {}
  diag.setLogger({ error: warn, warn, info: quiet, debug: quiet, verbose: quiet }, DiagLogLevel.WARN)
  const exporter = new OTLPTraceExporter({ url: `${to}/v1/traces`, timeoutMillis: EXPORT_WITHIN_MS })
  const provider = new TracerProvider({
    resource: resourceFromAttributes({
      'service.name': 'tsunagi',
      'service.version': process.version,
      'tsunagi.role': process.role,
    }),
    spanProcessors: [
      new BatchSpanProcessor({
        exporter,
        scheduledDelayMillis: 1_000,
        exportTimeoutMillis: EXPORT_WITHIN_MS,
      }),
    ],
  })
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  propagation.setGlobalPropagator(new W3CTraceContextPropagator())
  trace.setGlobalTracerProvider(provider)
  return {
    stop: async () => {
      // Best effort: a failed flush of the last spans must not disturb the shutdown.
      await provider.shutdown().catch((error: unknown) => warn(String(error)))
      for (const one of [trace, propagation, context, diag]) one.disable()
    },
  }
}
