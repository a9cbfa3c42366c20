import { mkdir, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { locked } from '../../store/engine/lock.ts'
import { startPostgres } from './postgres.ts'
import { startRedis } from './redis.ts'
import { runFolder } from './run-folder.ts'

export type Servers = {
  databaseUrl: string
  redisUrl: string
  /** The database lives in our folder: one bot at a time uses it. */
  embedded: boolean
  /**
   * Stops what was started or found here; servers given by an address are left alone. Whoever claimed the folder keeps
   * the claim until this is done: another start then waits for the end instead of losing its servers in the middle.
   */
  stop(): Promise<void>
}

/**
 * The servers that addresses were given for, and our own under `dataDir` (absolute) for the others. Throws a
 * `ServerFault` when one cannot be had; nothing that this call started runs on then.
 */
export const startServers = async (options: {
  dataDir: string
  databaseUrl?: string
  redisUrl?: string
}): Promise<Servers> => {
  const { dataDir, databaseUrl, redisUrl } = options
  // Whoever needs no server of ours still keeps the key file there.
  await mkdir(dataDir, { recursive: true })
  if (databaseUrl && redisUrl) return { databaseUrl, redisUrl, embedded: false, stop: async () => undefined }
  const run = runFolder(dataDir)
  const postgres = databaseUrl ? undefined : await startPostgres(join(dataDir, 'postgres'), run)
  const url = databaseUrl ?? postgres?.url ?? ''
  // Two Redis on one folder would spoil its files.
  const startOurRedis = () => locked(url, 'redis', () => startRedis(join(dataDir, 'redis'), run))
  const redis = redisUrl
    ? undefined
    : await startOurRedis().catch(async (fault) => {
        if (postgres && !postgres.found) await postgres.stop()
        throw fault
      })
  return {
    databaseUrl: url,
    redisUrl: redisUrl ?? redis?.url ?? '',
    embedded: postgres !== undefined,
    stop: async () => {
      await redis?.stop()
      await postgres?.stop()
      await rmdir(run).catch(() => undefined)
    },
  }
}
