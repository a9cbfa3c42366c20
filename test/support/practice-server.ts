import { once } from 'node:events'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'

/** Serves an app on a free port of loopback, as the bot does. */
export const serveOnLoopback = async (app: Hono): Promise<{ origin: string; close: () => Promise<void> }> => {
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await closed
    },
  }
}
