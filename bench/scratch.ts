import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { administratorUrl } from '../src/app/embedded/postgres.ts'
import { ADMINISTRATOR, OWNER } from '../src/app/embedded/postgres-owner.ts'
import { runFolder } from '../src/app/embedded/run-folder.ts'
import { type Servers, startServers } from '../src/app/embedded/servers.ts'
import { type Keyring, keyring } from '../src/store/engine/encryption.ts'
import { migrateDatabase } from '../src/store/engine/migrate.ts'

export type Scratch = Pick<Servers, 'databaseUrl' | 'redisUrl'> & {
  dataDir: string
  keyring: Keyring
  /** Bypasses row security, for filling tables. */
  client: pg.Client
}

/** Runs `work` on migrated, temporary servers, removed afterwards. */
export const onScratch = async <Result>(work: (scratch: Scratch) => Promise<Result>): Promise<Result> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'tsunagi-bench-'))
  const servers = await startServers({ dataDir })
  try {
    const { databaseUrl, redisUrl } = servers
    await migrateDatabase(databaseUrl)
    const client = new pg.Client({ connectionString: administratorUrl(runFolder(dataDir)) })
    await client.connect()
    const ring = keyring([randomBytes(32)])
    try {
      return await work({ dataDir, databaseUrl, redisUrl, keyring: ring, client })
    } finally {
      await client.end()
    }
  } finally {
    await servers.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** Runs `work` on a second migrated database of the same server. */
export const onAnother = async <Result>(
  scratch: Scratch,
  work: (scratch: Scratch) => Promise<Result>,
): Promise<Result> => {
  await scratch.client.query(`create database another owner ${OWNER}`)
  const url = new URL(scratch.databaseUrl)
  url.pathname = '/another'
  await migrateDatabase(url.href)
  const administrator = Object.assign(new URL(url), { username: ADMINISTRATOR })
  const client = new pg.Client({ connectionString: administrator.href })
  await client.connect()
  try {
    return await work({ ...scratch, databaseUrl: url.href, client })
  } finally {
    await client.end()
  }
}

/** Returns the median of `rounds` measurements, in milliseconds. */
export const median = async (rounds: number, work: () => Promise<unknown>): Promise<number> => {
  const taken: number[] = []
  for (let round = 0; round < rounds; round += 1) taken.push(1_000 * (await seconds(work)))
  return middleOf(taken)
}

export const middleOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

export const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1_000
}

/** Prints figures: one line of JSON with `--json`, else formatted for people. */
export const print = (figures: unknown): void => {
  process.stdout.write(`${JSON.stringify(figures, null, process.argv.includes('--json') ? 0 : 2)}\n`)
}
