import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type Launched, launch } from './child-process.ts'
import { makeCluster } from './postgres-cluster.ts'
import { type Account, asAccount, privateFolder } from './server-account.ts'
import { ServerFault } from './server-fault.ts'
import { endProcess, pidIn, serverOn } from './server-process.ts'

/** A server of ours. `url` is for the library that talks to it; `stop` comes back when its process is gone. */
export type Server = {
  url: string
  /** It ran already: another bot's, or one that a killed bot left. */
  found: boolean
  stop(): Promise<void>
}

const NAME = 'tsunagi'

/**
 * Starts PostgreSQL on the files in `dir`, made the first time, listening on a socket in `run` and nowhere else; or
 * finds the one that runs there already, left by a bot that was killed or started by another process at this moment.
 * Both paths are absolute. Returns the address of the database `tsunagi`.
 */
export const startPostgres = async (dir: string, run: string): Promise<Server> => {
  const { account, postgres } = await makeCluster(dir, NAME)
  const found = await untilReady(dir, run, () => launchPostgres(dir, run, postgres, account))
  await makeDatabase(run)
  const stop = async () => {
    const pid = await serverOn(dir, pidFileOf(dir))
    if (pid !== undefined) await endProcess(pid, dir, ['SIGINT', 'SIGQUIT'])
  }
  return { url: address(run, NAME), found, stop }
}

const pidFileOf = (dir: string): string => join(dir, 'postmaster.pid')

const PAUSE_MS = 50
/** Ten minutes: a server that comes back after a crash first reads what it had not filed yet. */
const LONGEST_START_PAUSES = 12_000
/** Three seconds without a socket are too long for a start, so that one is lost. */
const LONGEST_SILENT_PAUSES = 60
const MOST_FAILED_LAUNCHES = 3

const untilReady = async (dir: string, run: string, start: () => Promise<Launched>): Promise<boolean> => {
  let launched: Launched | undefined
  let failed = 0
  let silent = 0
  for (let pauses = 0; pauses < LONGEST_START_PAUSES; pauses += 1) {
    const state = await ask(run)
    if (state === 'ready') return !launched?.running()
    silent = state === 'silent' ? silent + 1 : 0
    if (state === 'silent' && !launched?.running()) {
      if (launched && !isOvertaken(await launched.lastLines())) failed += 1
      if (launched && failed >= MOST_FAILED_LAUNCHES)
        throw new ServerFault('did-not-start', await launched.lastLines())
      launched = undefined
      const other = await serverOn(dir, pidFileOf(dir))
      if (other === undefined) launched = await start()
      else if (silent > LONGEST_SILENT_PAUSES) await endProcess(other, dir, ['SIGINT', 'SIGQUIT'])
    }
    await pause(PAUSE_MS)
  }
  throw new ServerFault('did-not-start', `${dir}.log`)
}

/** Another start was faster, or the last server's remains are still ending: worth another look, not a failure. */
const isOvertaken = (log: string): boolean =>
  /lock file "[^"]+" (already exists|is empty)|pre-existing shared memory block/.test(log)

const launchPostgres = async (
  dir: string,
  run: string,
  postgres: string,
  account: Account,
): Promise<Launched> => {
  await privateFolder(run, account)
  await removeStalePidFile(dir)
  const settings = {
    unix_socket_directories: run,
    unix_socket_permissions: '0700',
    listen_addresses: '',
    port: '5432',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // What people wrote must not stand in a log: neither a failed statement nor the row that it was about.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return launch(asAccount(account, postgres, ['-D', dir, ...options]), `${dir}.log`)
}

/** PostgreSQL itself passes over a pid file whose process is gone, but not one whose number is somebody else's now. */
const removeStalePidFile = async (dir: string): Promise<void> => {
  const read = () => readFile(pidFileOf(dir), 'utf8').catch(() => undefined)
  const seen = await read()
  if (seen === undefined || (await pidIn(pidFileOf(dir))) === undefined) return
  if ((await serverOn(dir, pidFileOf(dir))) === undefined && (await read()) === seen)
    await rm(pidFileOf(dir), { force: true })
}

const address = (run: string, database: string): string =>
  `postgresql://${NAME}@localhost:5432/${database}?host=${encodeURIComponent(run)}&sslmode=disable`

/** `busy` when it is there, but starting or ending. */
const ask = async (run: string): Promise<'ready' | 'busy' | 'silent'> => {
  const client = new pg.Client({ connectionString: address(run, 'postgres'), connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return 'ready'
  } catch (error) {
    const { code, syscall }: NodeJS.ErrnoException = error instanceof Error ? error : new Error()
    if (code === 'EACCES') throw new ServerFault('not-ours', run)
    return syscall === 'connect' ? 'silent' : 'busy'
  } finally {
    await client.end().catch(() => undefined)
  }
}

const makeDatabase = async (run: string): Promise<void> => {
  const client = new pg.Client({ connectionString: address(run, 'postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [NAME])
    if (rowCount === 0) await client.query(`create database ${NAME}`)
  } catch (error) {
    const code = error instanceof pg.DatabaseError ? error.code : undefined
    const isMadeByAnother = code === '42P04' || code === '23505'
    if (!isMadeByAnother) throw error
  } finally {
    await client.end()
  }
}
