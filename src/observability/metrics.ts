import type { Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { listenWith } from '../app/web.ts'
import { addGauges } from './gauges.ts'
import type { Meters } from './meters.ts'
import type { Watched } from './state.ts'

/** Serves `/metrics` on a port of its own, apart from what people and platforms reach. Resolves once it listens. */
export const serveMetrics = async (
  { registry }: Meters,
  watched: Watched,
  version: string,
  { port, host }: { port: number; host: string },
): Promise<Server> => {
  const look = addGauges(registry, watched, version)
  const app = new Hono()
  app.get('/metrics', async (c) => {
    await look()
    return c.body(await registry.metrics(), 200, {
      'content-type': registry.contentType,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
  })
  const listener = getRequestListener(app.fetch)
  return listenWith((request, response) => void listener(request, response), port, host)
}
