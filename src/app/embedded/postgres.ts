import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { type BoundProcess, bound, type ServerState, startBound } from './bound-process.ts'
import { makeCluster } from './postgres-cluster.ts'
import { ADMINISTRATOR, DATABASE, makeOwnDatabase, OWNER } from './postgres-owner.ts'
import { asAccount, privateFolder } from './server-account.ts'
import { ServerFault } from './server-fault.ts'

/** Makes the URL of the bot's database on the socket in `run`, as its owner. */
export const postgresUrl = (run: string): string => address(run, OWNER, DATABASE)

/** Makes the URL of the bot's database as its superuser: for setting up the server, and for nothing else. */
export const administratorUrl = (run: string): string => address(run, ADMINISTRATOR, DATABASE)

/** Probes whether the bot's database is served to its owner. */
export const postgresState = (run: string): Promise<ServerState> => ask(postgresUrl(run))

/**
 * Starts PostgreSQL on the files in `dir`, made the first time, listening on a socket in `run` and nowhere else. Both
 * paths are absolute. The caller has claimed them, and knows by `presence` that no earlier server of ours lives.
 */
export const startPostgres = async (dir: string, run: string, presence: string): Promise<BoundProcess> => {
  const { account, postgres } = await makeCluster(dir, ADMINISTRATOR)
  await privateFolder(run, account)
  // One that is not ours to end: of a version that let servers outlive it.
  const maintenance = address(run, ADMINISTRATOR, 'postgres')
  if ((await ask(maintenance)) !== 'silent') throw new ServerFault('did-not-stop', dir)
  // Remove stale lock files of a killed server: PostgreSQL would trust them when their pid was reused.
  for (const lock of [join(dir, 'postmaster.pid'), join(run, '.s.PGSQL.5432.lock')])
    await rm(lock, { force: true })
  const { program, args } = bound(postgres, ['-D', dir, ...optionsFor(run)], { orderly: 'INT', hard: 'QUIT' })
  const askForDatabase = async () => {
    const state = await ask(maintenance)
    if (state === 'ready') await makeOwnDatabase(maintenance, administratorUrl(run))
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

const address = (run: string, user: string, database: string): string =>
  `postgresql://${user}@localhost:5432/${database}?host=${encodeURIComponent(run)}&sslmode=disable`

const ask = async (url: string): Promise<ServerState> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return 'ready'
  } catch (error) {
    const { code, syscall }: NodeJS.ErrnoException = error instanceof Error ? error : new Error()
    if (code === 'EACCES') throw new ServerFault('not-ours', client.host)
    return syscall === 'connect' ? 'silent' : 'busy'
  } finally {
    await client.end().catch(() => undefined)
  }
}
