import { execFile, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Redis } from 'ioredis'
import pg from 'pg'
import { expect, onTestFinished } from 'vitest'
import { type Servers, startServers } from '../../../src/app/embedded/servers.ts'

/** An empty folder below a temporary one; servers that still run in it at the end are killed. */
export const freshDataFolder = async (...below: string[]): Promise<string> => {
  const base = await mkdtemp(join(tmpdir(), 'tsunagi-embedded-'))
  const dataDir = join(base, ...below, 'data')
  onTestFinished(async () => {
    for (const pid of Object.values(await pidsOf(dataDir))) if (isAlive(pid)) process.kill(pid, 'SIGKILL')
    await rm(base, { recursive: true, force: true, maxRetries: 20 })
  })
  return dataDir
}

/** A folder where a bot ran before, copied from `original`: making a database's files anew takes its time. */
export const usedDataFolder = async (original: string): Promise<string> => {
  const dataDir = await freshDataFolder()
  await mkdir(dataDir)
  await promisify(execFile)('cp', ['-a', `${original}/.`, dataDir])
  return dataDir
}

/** The servers of the folder, stopped after the test where they are ours. */
export const started = async (dataDir: string): Promise<Servers> => {
  const servers = await startServers({ dataDir })
  onTestFinished(() => servers.stop())
  return servers
}

export const pidsOf = async (dataDir: string): Promise<{ postgres: number; redis: number }> => {
  const first = async (file: string) =>
    Number.parseInt(await readFile(join(dataDir, file), 'utf8').catch(() => '0'), 10)
  return { postgres: await first('postgres/postmaster.pid'), redis: await first('redis/redis.pid') }
}

/** Not so for a process that has ended and that nobody has asked about yet. */
export const isAlive = (pid: number): boolean => {
  if (pid <= 1) return false
  if (process.platform !== 'linux')
    return /^[^Z]/.test(String(spawnSync('ps', ['-o', 'stat=', '-p', String(pid)]).stdout).trim())
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

export const killHard = async (pid: number): Promise<void> => {
  process.kill(pid, 'SIGKILL')
  await expect.poll(() => isAlive(pid)).toBe(false)
}

export const query = async (url: string, statement: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

export const withRedis = async <T>(url: string, work: (redis: Redis) => Promise<T>): Promise<T> => {
  const redis = new Redis(url, { maxRetriesPerRequest: 1 })
  try {
    return await work(redis)
  } finally {
    redis.disconnect()
  }
}

/** Leaves a word in each server. */
export const write = async (servers: Servers, word: string): Promise<void> => {
  await query(servers.databaseUrl, 'create table if not exists words (word text primary key)')
  await query(servers.databaseUrl, `insert into words values ('${word}')`)
  await withRedis(servers.redisUrl, (redis) => redis.set(word, 'here'))
}

/** The words that both servers know. */
export const words = async (servers: Servers): Promise<{ postgres: string[]; redis: string[] }> => {
  const rows = (await query(servers.databaseUrl, 'select word from words order by word')) as {
    word: string
  }[]
  const keys = await withRedis(servers.redisUrl, (redis) => redis.keys('*'))
  return { postgres: rows.map(({ word }) => word), redis: keys.sort() }
}
