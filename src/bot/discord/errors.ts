import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'
import { connectionFailure } from '../kit/failure.ts'
import type { Failure, Refusal } from '../port.ts'

/** What Discord's JSON error codes mean to us. To add one: its number from Discord's list of JSON error codes. */
const REFUSALS: Record<number, Refusal> = {
  10003: 'no-place', // unknown channel
  10004: 'no-place', // unknown guild
  10007: 'no-place', // unknown member
  10008: 'no-place', // unknown message
  10013: 'no-place', // unknown user
  10070: 'no-place', // unknown scheduled event
  30038: 'no-place', // the server has its most scheduled events
  50024: 'no-place', // a channel that takes no messages
  50083: 'no-place', // the thread is archived
  50001: 'no-permission',
  50009: 'no-permission', // the channel's verification level
  50013: 'no-permission',
  160005: 'no-permission', // the thread is locked
  200000: 'no-permission', // held back by the server's AutoMod
  200001: 'no-permission',
  50007: 'closed-to-bots', // the person takes no direct messages from the server
  50278: 'closed-to-bots', // no server in common
  40001: 'not-connected',
}

/** By HTTP status, for codes that are not in the table. What is left is malformed: a bug of ours, told in the log. */
const BY_STATUS: Record<number, Refusal> = { 401: 'not-connected', 403: 'no-permission', 404: 'no-place' }

/** Direct messages opened too fast: Discord says so with a 400. */
const TOO_FAST = 40003
const TOO_FAST_SECONDS = 60
const OVERLOADED = 130000

/** Turns what a call threw into a failure of the port. Throws on anything that is not Discord's: a bug. */
export const failureOf = (error: unknown): Failure => {
  if (error instanceof RateLimitError)
    return {
      failure: 'rate-limited',
      retryAfterSeconds: Math.max(1, Math.ceil(error.retryAfter / 1_000)),
      of: error.global || error.majorParameter === 'global' ? 'bot' : 'place',
    }
  if (error instanceof DiscordAPIError) return refused(error)
  if (error instanceof HTTPError) return { failure: 'unknown', detail: `HTTP ${error.status}` }
  if (error instanceof SyntaxError) return { failure: 'unknown', detail: 'an answer that cannot be read' }
  const failure = connectionFailure(error)
  if (!failure) throw error
  return failure
}

const refused = ({ code, status, message }: DiscordAPIError): Failure => {
  const number = Number(code)
  if (number === TOO_FAST) return { failure: 'rate-limited', retryAfterSeconds: TOO_FAST_SECONDS, of: 'bot' }
  if (number === OVERLOADED) return { failure: 'unavailable', detail: `${code}` }
  const reason = REFUSALS[number] ?? BY_STATUS[status] ?? 'malformed'
  return { failure: 'refused', reason, detail: `HTTP ${status}, ${code} ${message.slice(0, 200)}` }
}

const ANSWERED_ALREADY = new Set([40060, 10062])

/** An answer that Discord no longer waits for: an event delivered twice, or one that took more than its 3 s. */
export const isTooLate = (error: unknown): boolean =>
  error instanceof DiscordAPIError && ANSWERED_ALREADY.has(Number(error.code))

/** What may be logged of an error: the library's own hold the whole request, with its texts and tokens. */
export const loggable = (error: unknown): object => {
  if (error instanceof DiscordAPIError) return { discord: error.code, status: error.status }
  if (error instanceof HTTPError) return { status: error.status }
  if (error instanceof RateLimitError) return { retryAfterMs: error.retryAfter, route: error.route }
  return { error }
}
