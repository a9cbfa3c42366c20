import type { Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { listenWith } from '../app/web.ts'
import { addGauges } from './gauges.ts'
import { knownHostOnly } from './known-host.ts'
import type { Meters } from './meters.ts'
import type { Watched } from './state.ts'

/** Prometheus rejects a response without the content type of its text format. */
const TEXT_FORMAT = 'text/plain; version=0.0.4; charset=utf-8'

/** Serves `/metrics` on a port of its own, apart from what people and platforms reach. Resolves once it listens. */
export const serveMetrics = async (
  { meter, read }: Meters,
  watched: Watched,
  version: string,
  { port, host }: { port: number; host: string },
): Promise<Server> => {
  addGauges(meter, watched, version)
  const app = new Hono()
  app.use(knownHostOnly([host]))
  app.get('/metrics', async (c) =>
    c.body(await read(), 200, {
      'content-type': TEXT_FORMAT,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    }),
  )
  const listener = getRequestListener(app.fetch)
  return listenWith((request, response) => void listener(request, response), port, host)
}
