import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { type BoundProcess, bound, type ServerState, startBound } from './bound-process.ts'
import { makeCluster } from './postgres-cluster.ts'
import { asAccount, privateFolder } from './server-account.ts'
import { ServerFault } from './server-fault.ts'

const NAME = 'tsunagi'

/** Makes the URL of the database `tsunagi` on the socket in `run`. */
export const postgresUrl = (run: string): string => address(run, NAME)

/** Probes whether the database `tsunagi` is served. */
export const postgresState = (run: string): Promise<ServerState> => ask(run, NAME)

/**
 * Starts PostgreSQL on the files in `dir`, made the first time, listening on a socket in `run` and nowhere else. Both
 * paths are absolute. The caller has claimed them, and knows by `presence` that no earlier server of ours lives.
 */
export const startPostgres = async (dir: string, run: string, presence: string): Promise<BoundProcess> => {
  const { account, postgres } = await makeCluster(dir, NAME)
  await privateFolder(run, account)
  // One that is not ours to end: of a version that let servers outlive it.
  if ((await ask(run, 'postgres')) !== 'silent') throw new ServerFault('did-not-stop', dir)
  // Remove stale lock files of a killed server: PostgreSQL would trust them when their pid was reused.
  for (const lock of [join(dir, 'postmaster.pid'), join(run, '.s.PGSQL.5432.lock')])
    await rm(lock, { force: true })
  const { program, args } = bound(postgres, ['-D', dir, ...optionsFor(run)], { orderly: 'INT', hard: 'QUIT' })
  const askForDatabase = async () => {
    const state = await ask(run, 'postgres')
    if (state === 'ready') await makeDatabase(run)
    return state
  }
  return startBound(asAccount(account, program, args), { dir, presence, ask: askForDatabase })
}

const optionsFor = (run: string): string[] => {
  const settings = {
    unix_socket_directories: run,
    unix_socket_permissions: '0700',
    listen_addresses: '',
    port: '5432',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Keep texts out of the server's log: neither failed statements nor their rows.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

const address = (run: string, database: string): string =>
  `postgresql://${NAME}@localhost:5432/${database}?host=${encodeURIComponent(run)}&sslmode=disable`

const ask = async (run: string, database: string): Promise<ServerState> => {
  const client = new pg.Client({ connectionString: address(run, database), connectionTimeoutMillis: 5_000 })
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
  } finally {
    await client.end()
  }
}
