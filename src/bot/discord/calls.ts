import { DefaultRestOptions, REST, type RouteLike } from 'discord.js'
import type { Failed } from '../kit/failure.ts'
import { failureOf } from './errors.ts'

/** Calls Discord's REST API once, without a retry: the response as it came, or the failure. */
export type Called = { ok: true; answer: unknown } | Failed

export type Calls = {
  get(route: RouteLike, query?: Record<string, string>, signal?: AbortSignal): Promise<Called>
  post(route: RouteLike, body: unknown): Promise<Called>
  put(route: RouteLike, body: unknown): Promise<Called>
  patch(route: RouteLike, body: unknown): Promise<Called>
  delete(route: RouteLike): Promise<Called>
}

/** `apiUrl` without a version, e.g. `https://discord.com/api`. */
export type CallOptions = { token: string; apiUrl?: string | undefined; timeoutMs: number }

/** Where discord.js finds the API: Discord's own where no other is given. */
export const apiBase = (apiUrl: string | undefined): string =>
  apiUrl?.replace(/\/+$/, '') ?? DefaultRestOptions.api

/**
 * Makes a client without retries and without waiting for a rate limit: the queue decides. A 401 makes the library drop
 * its token, so it is set again at each call.
 */
export const restCalls = ({ token, apiUrl, timeoutMs }: CallOptions): Calls => {
  const rest = new REST({
    version: '10',
    retries: 0,
    timeout: timeoutMs,
    rejectOnRateLimit: () => true,
    api: apiBase(apiUrl),
  })
  const called = async (call: (rest: REST) => Promise<unknown>): Promise<Called> => {
    try {
      return { ok: true, answer: await call(rest.setToken(token)) }
    } catch (error) {
      return { ok: false, ...failureOf(error) }
    }
  }
  return {
    get: (route, query = {}, signal) =>
      called((at) => at.get(route, { query: new URLSearchParams(query), signal })),
    post: (route, body) => called((at) => at.post(route, { body })),
    put: (route, body) => called((at) => at.put(route, { body })),
    patch: (route, body) => called((at) => at.patch(route, { body })),
    delete: (route) => called((at) => at.delete(route)),
  }
}
