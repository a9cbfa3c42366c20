import type { Server } from 'node:http'
import type { Logger } from 'pino'
import manifest from '../../package.json' with { type: 'json' }
import { serveMetrics } from '../observability/metrics.ts'
import type { Watched } from '../observability/state.ts'
import { unwatched, type Watch } from '../observability/watch.ts'
import type { Config, Role } from './config.ts'
import { addressOf, closeServer } from './web.ts'

export const VERSION = manifest.version

export type Observability = {
  watch: Watch
  /** Serves the metrics, where configured; returns their address. */
  serve(watched: Watched): Promise<string | undefined>
  /** Flushes and stops. */
  stop(): Promise<void>
}

/** Starts the configured observability of this process: metrics on a port of their own, traces to a collector. */
export const startObservability = async (
  { metrics, tracesTo }: Pick<Config, 'metrics' | 'tracesTo'>,
  role: Role,
  log: Logger,
): Promise<Observability> => {
  // Import lazily: an installation without traces and metrics does not pay for them.
  const tracing =
    tracesTo === undefined
      ? undefined
      : (await import('../observability/tracing.ts')).startTracing(tracesTo, { role, version: VERSION }, log)
  const meters = metrics && (await import('../observability/meters.ts')).openMeters()
  let server: Server | undefined
  return {
    watch: meters?.watch ?? unwatched,
    serve: async (watched) => {
      if (!metrics || !meters) return undefined
      server = await serveMetrics(meters, watched, VERSION, metrics)
      return `${addressOf(server)}/metrics`
    },
    stop: async () => {
      if (server) await closeServer(server)
      await tracing?.stop()
    },
  }
}
