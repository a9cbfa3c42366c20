import type { Failure, Refusal } from '../port.ts'

export type Failed = { ok: false } & Failure

export const refused = (reason: Refusal, detail: string): Failed => ({
  ok: false,
  failure: 'refused',
  reason,
  detail,
})

/** Error codes of a connection that never carried the request: it is safe to retry. */
const UNSENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])
/** Codes and names of a connection that broke or timed out after it may have carried the request. */
const LOST = /^(ECONNRESET|EPIPE|ETIMEDOUT|UND_ERR_|AbortError|TimeoutError)/

/** The codes and names that an error and its causes say, the outermost first. */
export const codesOf = (error: unknown): string[] => {
  if (!(error instanceof Error)) return []
  const code = 'code' in error && typeof error.code === 'string' ? [error.code] : []
  const name = error.name === 'Error' || error.name === 'TypeError' ? [] : [error.name]
  return [...code, ...name, ...codesOf(error.cause)]
}

/** The failure of a broken connection; undefined for an error that says nothing of one. */
export const connectionFailure = (error: unknown): Failure | undefined => {
  const code = codesOf(error).find((one) => UNSENT.has(one) || LOST.test(one))
  return code === undefined
    ? undefined
    : { failure: UNSENT.has(code) ? 'unavailable' : 'unknown', detail: code }
}

/** The failure of a read-only call: a lost answer means that nothing was done. */
export const ofLook = (failure: Failure): Failure =>
  failure.failure === 'unknown' ? { failure: 'unavailable', detail: failure.detail } : failure

/** A failure in a few characters, for a line of the log. */
export const detailOf = (failure: Failure): string =>
  failure.failure === 'rate-limited' ? `429, ${failure.retryAfterSeconds} s` : failure.detail
