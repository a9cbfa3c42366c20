import { isIP } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'

/**
 * Guards against DNS rebinding, by which a page elsewhere makes a browser inside the network read ours under its own
 * name. Admits the names that are ours, bare addresses, and names without a dot, which no page elsewhere can have.
 */
export const knownHostOnly = (names: readonly string[]): MiddlewareHandler => {
  const ours = new Set(names.map((name) => name.toLowerCase()))
  return async (c, next) => {
    const name = nameIn(c.req.header('host') ?? '')
    if (name === '' || !(ours.has(name) || isIP(name) > 0 || !name.includes('.')))
      return c.text('Forbidden', 403, { 'cache-control': 'no-store' })
    return next()
  }
}

/** The name of a Host header in lower case, without port and brackets. */
const nameIn = (host: string): string =>
  host
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1')

/** The address that a request came from, for counting; one name for all where there is no connection. */
export const sourceOf = (c: Context): string => {
  const isConnected = typeof c.env === 'object' && c.env !== null && 'incoming' in c.env
  return (isConnected ? getConnInfo(c).remote.address : undefined) ?? 'unknown'
}
