import type { Hono } from 'hono'

export const ORIGIN = 'http://localhost:3000'

/** A request as a page of our own sends it; `headers` overrides what one from elsewhere would say. */
export const post = async (
  app: Hono,
  path: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<Response> =>
  app.request(`${ORIGIN}${path}`, {
    method: 'POST',
    headers: { host: 'localhost:3000', origin: ORIGIN, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

export const get = async (app: Hono, path: string, headers: Record<string, string> = {}): Promise<Response> =>
  app.request(`${ORIGIN}${path}`, { headers: { host: 'localhost:3000', ...headers } })

/** A fresh id for one thing done, as the page makes it. */
export const eventId = (): string => crypto.randomUUID()

export const jsonOf = async <Body>(response: Promise<Response>): Promise<Body> =>
  (await (await response).json()) as Body
