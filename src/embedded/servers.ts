import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { startPostgres } from './postgres.ts'
import { startRedis } from './redis.ts'
import { runFolder } from './run-folder.ts'

export type Servers = {
  databaseUrl: string
  redisUrl: string
  /** The database lives in our folder: one bot at a time uses it. */
  embedded: boolean
  /** Stops what was started here; servers given by an address are left alone. */
  stop(): Promise<void>
}

/** Who holds it may look whether Redis runs, and start it: two Redis on one folder would spoil its files. */
const REDIS_LOCK = 7_200_260_402

/** The servers that addresses were given for, and our own under `dataDir` for the others. */
export const startServers = async (options: {
  dataDir: string
  databaseUrl?: string
  redisUrl?: string
}): Promise<Servers> => {
  const { dataDir, databaseUrl, redisUrl } = options
  if (databaseUrl && redisUrl) return { databaseUrl, redisUrl, embedded: false, stop: async () => undefined }
  await mkdir(dataDir, { recursive: true })
  const run = await runFolder(dataDir)
  const postgres = databaseUrl ? undefined : await startPostgres(join(dataDir, 'postgres'), run)
  const url = databaseUrl ?? postgres?.url ?? ''
  const redis = redisUrl ? undefined : await locked(url, () => startRedis(join(dataDir, 'redis'), run))
  return {
    databaseUrl: url,
    redisUrl: redisUrl ?? redis?.url ?? '',
    embedded: postgres !== undefined,
    stop: async () => {
      await redis?.stop()
      await postgres?.stop()
    },
  }
}

const locked = async <T>(databaseUrl: string, work: () => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [REDIS_LOCK])
    return await work()
  } finally {
    await client.end()
  }
}
