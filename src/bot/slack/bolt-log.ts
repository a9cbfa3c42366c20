import { type Logger as BoltLogger, LogLevel } from '@slack/bolt'
import type { Logger } from 'pino'

/**
 * Bolt's log lines in ours. What it tells below a warning holds whole payloads, and is dropped. `loud`: whether what
 * fails is news; attempts to connect for the first time are told by whoever makes them.
 */
export const boltLog = (log: Logger, loud: () => boolean = () => true): BoltLogger => ({
  debug: () => undefined,
  info: () => undefined,
  warn: (...said) => log[loud() ? 'warn' : 'debug'](`slack: ${said.join(' ')}`),
  error: (...said) => log[loud() ? 'error' : 'debug'](`slack: ${said.join(' ')}`),
  setLevel: () => undefined,
  getLevel: () => LogLevel.WARN,
  setName: () => undefined,
})
