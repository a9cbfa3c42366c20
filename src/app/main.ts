import type { ConfigFault } from '../bot/adapter.ts'
import { makeLog } from '../observability/log.ts'
import { DatabaseTooNew } from '../store/engine/migrate.ts'
import { catalogues } from '../text/catalogue.ts'
import { type Config, missingFor, type Role, readConfig } from './config.ts'
import { ServerFault } from './embedded/server-fault.ts'
import { hasKeyFile } from './key-file.ts'
import { KeyFileMissing } from './key-place.ts'
import { startBot } from './start.ts'

const { start: words } = catalogues.ja
const say = (line: string) => process.stdout.write(`${line}\n`)
const fail = (line: string) => process.stderr.write(`${line}\n`)

/** Timeout of a shutdown, when something does not let go. */
const STOP_WITHIN_MS = 4_500

const startFault = (error: NodeJS.ErrnoException & { port?: number }, { port, metrics }: Config): string => {
  if (error instanceof ServerFault) return words.servers[error.reason](error.detail)
  if (error instanceof KeyFileMissing) return words.keyFileMissing(error.path)
  if (error instanceof DatabaseTooNew) return words.databaseTooNew
  // What wraps a database's error quotes the query with its values.
  if (error.code !== 'EADDRINUSE')
    return words.failed(error.cause instanceof Error ? error.cause.message : error.message)
  return metrics && error.port === metrics.port ? words.metricsPortTaken(metrics.port) : words.portTaken(port)
}

const refuse = (faults: readonly ConfigFault[]): number => {
  for (const { name, should } of faults) fail(words.fault(name, should))
  return 1
}

/** Debounce: npm repeats a Ctrl-C that the terminal has already sent; within this it is the same one. */
const SAME_PRESS_MS = 500

/** Resolves at the first signal; a second one ends the process at once. */
const toldToStop = (): Promise<void> =>
  new Promise((resolve) => {
    let mayEnd: boolean | undefined
    const told = () => {
      if (mayEnd) process.exit(1)
      if (mayEnd === undefined) setTimeout(() => (mayEnd = true), SAME_PRESS_MS).unref()
      mayEnd ??= false
      resolve()
    }
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, told)
  })

/**
 * Runs the bot until a signal, then ends the process (`npm start`, `tsunagi start`). Returns only when the start failed:
 * the exit code.
 */
export const runBot = async (role: Role): Promise<number> => {
  const read = readConfig(process.env)
  if (!read.ok) return refuse(read.faults)
  const { config } = read
  const missing = missingFor(role, config, await hasKeyFile(config))
  if (missing.length > 0) return refuse(missing)
  const log = makeLog(config.logLevel)
  const started = await startBot(config, role, log).catch((error: NodeJS.ErrnoException) => {
    fail(startFault(error, config))
    log.debug({ error }, 'start failed')
  })
  if (!started) return 1
  if (!started.ok) {
    const { address } = started
    fail(address === undefined ? words.alreadyRunningSomewhere : words.alreadyRunning(address))
    return 1
  }
  const { running } = started
  say(words.ready(running.address))
  if (running.metrics) say(words.metrics(running.metrics))
  if (running.practice) say(running.real ? words.training : words.practice)
  await toldToStop()
  say(words.stopping)
  const late = setTimeout(() => process.exit(1), STOP_WITHIN_MS)
  await running.stop()
  clearTimeout(late)
  say(words.stopped)
  // Exit explicitly: the Redis client keeps a timer of two seconds a command, answered or not.
  process.exit(0)
}
