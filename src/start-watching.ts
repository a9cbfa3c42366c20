import type { Server } from 'node:http'
import type { Logger } from 'pino'
import manifest from '../package.json' with { type: 'json' }
import type { Config, Role } from './config.ts'
import { catalogues } from './text/catalogue.ts'
import { openMeters } from './watching/meters.ts'
import { serveMetrics } from './watching/metrics.ts'
import type { Watched } from './watching/state.ts'
import { unwatched, type Watch } from './watching/watch.ts'
import { addressOf, closeServer } from './web.ts'

export const VERSION = manifest.version

export type Watching = {
  watch: Watch
  /** Serves what is measured, where that is wanted: the address of it. */
  serve(watched: Watched): Promise<string | undefined>
  /** Sends what is left, and ends. */
  stop(): Promise<void>
}

/** What watches this process, as configured: metrics on a port of their own, traces to a collector. */
export const startWatching = async (
  { metrics, tracesTo }: Pick<Config, 'metrics' | 'tracesTo'>,
  role: Role,
  log: Logger,
): Promise<Watching> => {
  const tracing = tracesTo === undefined ? undefined : await loadTracing(tracesTo, role, log)
  const meters = metrics && openMeters()
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

/** The libraries are optional: an installation without them says so and goes on. */
const loadTracing = async (to: string, role: Role, log: Logger) => {
  try {
    const { startTracing } = await import('./watching/tracing.ts')
    return startTracing(to, { role, version: VERSION }, log)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error
    process.stderr.write(`${catalogues.ja.start.noTracing}\n`)
    return undefined
  }
}
