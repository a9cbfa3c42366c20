import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'
import type { Failure, Refusal } from '../port.ts'

/** What Discord's JSON error codes mean to us. One that is missing here counts as malformed: a bug of ours. */
const REFUSALS: Record<number, Refusal> = {
  10003: 'no-place',
  10004: 'no-place',
  10008: 'no-place',
  10013: 'no-place',
  50001: 'no-permission',
  50013: 'no-permission',
  50007: 'closed-to-bots',
  50278: 'closed-to-bots',
}

/** Codes of a connection that never carried the request. */
const UNSENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])
/** Codes and names of a connection that broke or took too long after it may have carried the request. */
const LOST = /^(ECONNRESET|EPIPE|ETIMEDOUT|UND_ERR_|AbortError|TimeoutError)/

/** Turns what a call threw into a failure of the port. Throws on anything that is not Discord's: a bug. */
export const failureOf = (error: unknown): Failure => {
  if (error instanceof RateLimitError)
    return { failure: 'rate-limited', retryAfterSeconds: Math.max(1, Math.ceil(error.retryAfter / 1_000)) }
  if (error instanceof DiscordAPIError) {
    if (error.status === 401) return { failure: 'refused', reason: 'not-connected', detail: 'HTTP 401' }
    const reason = REFUSALS[Number(error.code)] ?? (error.status === 403 ? 'no-permission' : 'malformed')
    return { failure: 'refused', reason, detail: `${error.code} ${error.message}` }
  }
  if (error instanceof HTTPError) return { failure: 'unknown', detail: `HTTP ${error.status}` }
  const code = codeOf(error)
  if (code === undefined) throw error
  return UNSENT.has(code) ? { failure: 'unavailable', detail: code } : { failure: 'unknown', detail: code }
}

const codeOf = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  if (code !== undefined && (UNSENT.has(code) || LOST.test(code))) return code
  if (LOST.test(error.name)) return error.name
  return codeOf(error.cause)
}
