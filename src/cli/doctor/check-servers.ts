import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { pino } from 'pino'
import type { Config } from '../../app/config.ts'
import { ServerFault } from '../../app/embedded/server-fault.ts'
import type { Clock } from '../../domain/calendar/clock.ts'
import { connectRedis } from '../../jobs/redis-connection.ts'
import { type DatabaseHealth, databaseHealth } from '../../store/engine/health.ts'
import { catalogues } from '../../text/catalogue.ts'
import { type Check, look, mend, ok } from './check.ts'

const { doctor: words, start } = catalogues.ja

const OLDEST_POSTGRES = 160_000
const OLDEST_REDIS = [6, 2] as const
const CLOCK_SECONDS = 60

/** Tells whether the embedded servers never ran here: a check must not create a database. */
export const isFresh = async ({ dataDir, databaseUrl }: Config): Promise<boolean> =>
  databaseUrl === undefined &&
  (await access(join(dataDir, 'postgres', 'PG_VERSION')).then(
    () => false,
    () => true,
  ))

export const serverFault = (error: unknown): Check => {
  if (error instanceof ServerFault) return mend('servers', start.servers[error.reason](error.detail))
  return databaseAway(error)
}

/** Checks the database. `ready`: it is migrated to this version and readable. */
export const checkDatabase = async (
  url: string,
  clock: Clock,
): Promise<{ checks: Check[]; ready: boolean }> => {
  try {
    const health = await databaseHealth(url)
    return { checks: databaseChecks(health, clock.now()), ready: health.migrations === 'current' }
  } catch (error) {
    return { checks: [databaseAway(error)], ready: false }
  }
}

/** Turns a connection error into a check: a code of the network's, or of PostgreSQL's. */
const databaseAway = (error: unknown): Check => {
  if (!(error instanceof Error && 'code' in error)) throw error
  return mend('postgres', words.postgres.away(String(error.code)))
}

const databaseChecks = (health: DatabaseHealth, now: Temporal.Instant): Check[] => {
  const { version, versionNumber, migrations, unprotected, privileged } = health
  const apart = Math.round(Math.abs(health.now.since(now).total('seconds')))
  return [
    versionNumber >= OLDEST_POSTGRES
      ? ok('postgres', words.postgres.ok(version))
      : mend('postgres', words.postgres.old(version)),
    migrationCheck(migrations),
    unprotected.length === 0
      ? ok('row-security', words.rowSecurity.ok)
      : mend('row-security', words.rowSecurity.off(unprotected.join(words.separator))),
    privileged
      ? look('database-role', words.databaseRole.privileged)
      : ok('database-role', words.databaseRole.ok),
    apart > CLOCK_SECONDS ? mend('clock', words.clock.off(apart)) : ok('clock', words.clock.ok),
  ]
}

const migrationCheck = (migrations: DatabaseHealth['migrations']): Check => {
  if (migrations === 'current') return ok('migrations', words.migrations.current)
  if (migrations === 'none') return look('migrations', words.migrations.none)
  if (migrations === 'newer') return mend('migrations', words.migrations.newer)
  return look('migrations', words.migrations.missing(migrations.missing))
}

/** Checks Redis or Valkey, by INFO: hosted ones refuse CONFIG. */
export const checkRedis = async (url: string): Promise<Check[]> => {
  const patience = { enableOfflineQueue: true, maxRetriesPerRequest: 1, commandTimeout: 10_000 }
  const client = connectRedis(url, patience, pino({ level: 'silent' }))
  let fault: NodeJS.ErrnoException | undefined
  client.on('error', (error: Error) => {
    fault = error
  })
  try {
    return redisChecks(await client.info())
  } catch (error) {
    const said = fault?.code ?? (error instanceof Error ? error.message : String(error))
    return [mend('redis', words.redis.away(said))]
  } finally {
    client.disconnect()
  }
}

const redisChecks = (info: string): Check[] => {
  const facts = new Map(info.split('\r\n').map((line) => [line.split(':')[0], line.split(':')[1]]))
  const version = facts.get('valkey_version') ?? facts.get('redis_version') ?? '?'
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldMajor, oldMinor] = OLDEST_REDIS
  const isNew = major > oldMajor || (major === oldMajor && minor >= oldMinor)
  const policy = facts.get('maxmemory_policy') ?? '?'
  return [
    isNew
      ? ok('redis', words.redis.ok(version))
      : mend('redis', words.redis.old(version, OLDEST_REDIS.join('.'))),
    policy === 'noeviction'
      ? ok('redis-eviction', words.redis.keeps)
      : mend('redis-eviction', words.redis.evicts(policy)),
    facts.get('aof_enabled') === '1'
      ? ok('redis-persistence', words.redis.persists)
      : look('redis-persistence', words.redis.forgets),
  ]
}
