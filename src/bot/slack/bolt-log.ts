import { type Logger as BoltLogger, LogLevel } from '@slack/bolt'
import type { Logger } from 'pino'

/** Bolt's log lines in ours. What it tells below a warning holds whole payloads, and is dropped. */
export const boltLog = (log: Logger): BoltLogger => ({
  debug: () => undefined,
  info: () => undefined,
  warn: (...said) => log.warn(`slack: ${said.join(' ')}`),
  error: (...said) => log.error(`slack: ${said.join(' ')}`),
  setLevel: () => undefined,
  getLevel: () => LogLevel.WARN,
  setName: () => undefined,
})
