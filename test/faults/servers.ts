import { spawnSync } from 'node:child_process'
import { closeSync, openSync, writeSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Redis } from 'ioredis'
import pg from 'pg'
import { untilNoneLives } from '../../src/app/embedded/bound-process.ts'
import { administratorUrl, postgresUrl, startPostgres } from '../../src/app/embedded/postgres.ts'
import { redisSocket, startRedis } from '../../src/app/embedded/redis.ts'
import { runFolder } from '../../src/app/embedded/run-folder.ts'
import { inDatabase } from '../support/database.ts'

/** A PostgreSQL and a Redis of the suite's own, to be killed, frozen, emptied and filled. */
export type FaultServers = {
  root: string
  databaseUrl: string
  redisUrl: string
  administer(statement: string, database?: string): Promise<void>
  postgres: {
    /** `SIGINT` as an administrator restarts it; `SIGQUIT` leaves it to recover from a crash. */
    restart(signal: 'SIGINT' | 'SIGQUIT', afterMs: number): Promise<void>
    cutConnections(): Promise<void>
    /** False where the files are on a disk that is not ours to fill. */
    canFill: boolean
    fillDisk(): void
    freeDisk(): Promise<void>
  }
  redis: {
    kill(): Promise<void>
    start(): Promise<void>
    empty(): Promise<void>
    signal(signal: 'SIGSTOP' | 'SIGCONT'): Promise<void>
    /** Takes no more writes, as when its memory is used up; false: as before. */
    starve(starved: boolean): Promise<void>
  }
  stop(): Promise<void>
}

const DISK_MEGABYTES = 1_024

export const startFaultServers = async (): Promise<FaultServers> => {
  const root = await mkdtemp(join(tmpdir(), 'tsunagi-faults-'))
  await chmod(root, 0o755)
  const canFill = mountDisk(root)
  const run = runFolder(root)
  const dirs = { postgres: join(root, 'postgres'), redis: join(root, 'redis') }
  const presence = join(root, 'servers.alive')
  await untilNoneLives(presence)
  let postgres = await startPostgres(dirs.postgres, run, presence)
  let redis = await startRedis(dirs.redis, run, presence)
  const [databaseUrl, redisUrl] = [postgresUrl(run), redisSocket(run)]
  const filler = join(root, 'filler')

  const administer = async (statement: string, database = 'tsunagi'): Promise<void> => {
    const client = new pg.Client({ connectionString: inDatabase(administratorUrl(run), database) })
    client.on('error', () => undefined)
    await client.connect()
    try {
      await client.query(statement)
    } finally {
      await client.end()
    }
  }
  const startPostgresAgain = async (): Promise<void> => {
    if (!postgres.running()) postgres = await startPostgres(dirs.postgres, run, presence)
  }
  const signalRedis = async (signal: NodeJS.Signals): Promise<void> => {
    if (redis.running()) process.kill(redis.pid, signal)
  }
  const killRedis = async (): Promise<void> => {
    await signalRedis('SIGKILL')
    await redis.ended
  }
  const startRedisAgain = async (): Promise<void> => {
    if (!redis.running()) redis = await startRedis(dirs.redis, run, presence)
  }
  const onRedis = async (work: (client: Redis) => Promise<unknown>): Promise<void> => {
    const client = new Redis(redisUrl)
    client.on('error', () => undefined)
    try {
      await work(client)
    } finally {
      client.disconnect()
    }
  }

  // The write-ahead log must not fill the disk before a fault does.
  await administer(`alter system set max_wal_size = '128MB'`)
  await administer(`alter system set min_wal_size = '64MB'`)
  await administer('select pg_reload_conf()')

  return {
    root,
    databaseUrl,
    redisUrl,
    administer,
    postgres: {
      restart: async (signal, afterMs) => {
        if (postgres.running()) process.kill(postgres.pid, signal)
        await postgres.ended
        await pause(afterMs)
        await startPostgresAgain()
      },
      cutConnections: () =>
        administer(
          `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'`,
        ),
      canFill,
      fillDisk: () => fill(filler),
      freeDisk: async () => {
        await rm(filler, { force: true })
        await startPostgresAgain()
      },
    },
    redis: {
      kill: killRedis,
      start: startRedisAgain,
      empty: () => rm(join(dirs.redis, 'appendonlydir'), { recursive: true, force: true }),
      signal: signalRedis,
      starve: (starved) => onRedis((client) => client.config('SET', 'maxmemory', starved ? '1' : '0')),
    },
    stop: async () => {
      await signalRedis('SIGCONT')
      await redis.end()
      await postgres.end()
      if (canFill) spawnSync('umount', ['-l', root])
      await rm(root, { recursive: true, force: true })
      await rm(run, { recursive: true, force: true })
    },
  }
}

/** A small disk in memory, which only root may make: there it can be filled without harm to anybody. */
const mountDisk = (at: string): boolean => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const options = `size=${DISK_MEGABYTES}m,mode=755`
  return spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', at]).status === 0
}

/** Writes until nothing more goes in, down to the last block. */
const fill = (path: string): void => {
  const file = openSync(path, 'a')
  try {
    for (const size of [1 << 20, 1 << 12]) {
      const block = Buffer.alloc(size)
      for (let full = false; !full; ) {
        try {
          writeSync(file, block)
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
          full = true
        }
      }
    }
  } finally {
    closeSync(file)
  }
}
