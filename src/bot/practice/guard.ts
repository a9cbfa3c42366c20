import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import type { RefusalReason, RefusalView } from './protocol.ts'

const BODY_LIMIT_BYTES = 512 * 1024
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

type Status = 400 | 403 | 404 | 409 | 413 | 415 | 500 | 503

export const refuse = (c: Context, status: Status, reason: RefusalReason): Response =>
  c.json({ reason } satisfies RefusalView, status)

/**
 * Admits requests of our own pages only. The Host must be a name of ours, or any site could be made to resolve to this
 * machine (DNS rebinding); a write must come from the same origin and be JSON, which no form elsewhere can send.
 */
export const sameOriginOnly = (hosts: readonly string[]): MiddlewareHandler => {
  const allowed = new Set([...LOOPBACK, ...hosts.map((host) => host.toLowerCase())])
  return async (c, next) => {
    const host = c.req.header('host') ?? new URL(c.req.url).host
    if (!allowed.has(nameOf(host))) return refuse(c, 403, 'foreign')
    const site = c.req.header('sec-fetch-site')
    const isForeign = site !== undefined && site !== 'same-origin' && site !== 'none'
    const isApi = c.req.path.startsWith('/api/')
    if (isApi && isForeign) return refuse(c, 403, 'foreign')
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    if (hostOf(c.req.header('origin')) !== host.toLowerCase()) return refuse(c, 403, 'foreign')
    if (!/^application\/json(?:;|$)/i.test(c.req.header('content-type') ?? '')) {
      return refuse(c, 415, 'malformed')
    }
    return next()
  }
}

export const smallBodiesOnly = bodyLimit({
  maxSize: BODY_LIMIT_BYTES,
  onError: (c) => refuse(c, 413, 'malformed'),
})

/** `importMapHash`: of the one inline script, which is data: the import map. */
export const strictHeaders = (importMapHash: string): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", `'${importMapHash}'`],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      formAction: ["'none'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: 'DENY',
    referrerPolicy: 'no-referrer',
    strictTransportSecurity: false,
    permissionsPolicy: { camera: [], geolocation: [], microphone: [] },
  })

/** The name without its port, in lower case. */
const nameOf = (host: string): string => host.toLowerCase().replace(/:\d+$/, '')

const hostOf = (origin: string | undefined): string | undefined =>
  origin !== undefined && URL.canParse(origin) ? new URL(origin).host : undefined
