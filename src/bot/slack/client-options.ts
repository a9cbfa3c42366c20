import { type Logger as BoltLogger, LogLevel } from '@slack/bolt'
import type { WebClientOptions } from '@slack/web-api'
import type { Logger } from 'pino'

/**
 * Bolt's log lines in ours. What it tells below a warning holds whole payloads, and is dropped; of the rest its own words
 * are kept. `loud`: whether what fails is news; attempts to connect for the first time are told by whoever makes them.
 */
export const boltLog = (log: Logger, loud: () => boolean = () => true): BoltLogger => ({
  debug: () => undefined,
  info: () => undefined,
  warn: (...said) => log[loud() ? 'warn' : 'debug'](`slack: ${ownWords(said)}`),
  error: (...said) => log[loud() ? 'error' : 'debug'](`slack: ${ownWords(said)}`),
  setLevel: () => undefined,
  getLevel: () => LogLevel.WARN,
  setName: () => undefined,
})

/** Drops what follows a colon or a bracket, and errors' messages: a request that cannot be read is quoted there. */
const ownWords = (said: readonly unknown[]): string =>
  said
    .map((one) => (one instanceof Error ? one.name : /^[\w .,'’-]{0,120}/.exec(String(one))?.[0].trim()))
    .filter(Boolean)
    .join(' ')

const TIMEOUT_MS = 10_000

export type Calling = {
  /** Slack's own where absent. */
  apiUrl?: string | undefined
  /** How long one call of the Web API may take. */
  timeoutMs?: number | undefined
}

/** Options without retries and without waiting for rate limits: the queue decides what is retried. */
export const singleAttempt = ({ apiUrl, timeoutMs = TIMEOUT_MS }: Calling): WebClientOptions => ({
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: timeoutMs,
  slackApiUrl: apiUrl,
})

/** For clients that live as long as the bot. */
export const clientOptions = (calling: Calling & { log: Logger }): WebClientOptions => ({
  ...singleAttempt(calling),
  logger: boltLog(calling.log),
  // Bolt answers response addresses through this, without a time limit of its own.
  fetch: (url, init) => fetch(url, { signal: AbortSignal.timeout(calling.timeoutMs ?? TIMEOUT_MS), ...init }),
})

/** For an attempt to connect: ends with it, and its answer says how it failed, so that nothing is logged beside it. */
export const connectingOptions = (
  calling: Calling & { log: Logger; signal?: AbortSignal | undefined },
): WebClientOptions => {
  const { signal, timeoutMs = TIMEOUT_MS, log } = calling
  const ends = (limit: AbortSignal) => (signal ? AbortSignal.any([signal, limit]) : limit)
  return {
    ...clientOptions(calling),
    logger: boltLog(log, () => false),
    fetch: (url, init) =>
      fetch(url, { ...init, signal: ends(init?.signal ?? AbortSignal.timeout(timeoutMs)) }),
  }
}
