import type { Logger } from 'pino'
import { operationsWeb } from '../observability/operations/operations.ts'
import { unwatched } from '../observability/watch.ts'
import { locked } from '../store/engine/lock.ts'
import { migrateDatabase } from '../store/engine/migrate.ts'
import { catalogues } from '../text/catalogue.ts'
import { type Assembly, type AssemblyOptions, planRegions } from './assemble.ts'
import { realAssembly } from './assemblies.ts'
import { calendarFeed } from './calendar-feed.ts'
import type { Config, Role } from './config.ts'
import { type Servers, startServers } from './embedded/servers.ts'
import { finishUpgrade, type Upgrade } from './finish-upgrade.ts'
import type { Backoff } from './keep-connecting.ts'
import { loadKeyring } from './key-file.ts'
import { isPracticeAlone, openPracticeStore } from './practice-store.ts'
import { type Observability, startObservability, VERSION } from './start-observability.ts'
import { type Platforms, startPlatforms, stopJoined } from './start-platforms.ts'
import { type Practice, startPractice } from './start-practice.ts'
import { systemClock } from './system-clock.ts'
import { addressOf, closeServer, listen, type WebParts } from './web.ts'

type Running = {
  address: string
  metrics: string | undefined
  /** Absent where practice alone runs. */
  real: Assembly | undefined
  /** Practice: another assembly, which shares nothing with the real one but the servers. */
  practice: Assembly | undefined
  stop(): Promise<void>
}
export type Started =
  | { ok: true; running: Running }
  | { ok: false; reason: 'already-running'; address: string | undefined }

/** Options for tests: a key prefix that separates their queues on a shared Redis, and the backoff of platforms. */
export type StartOptions = { queuePrefix?: string; backoff?: Backoff }

/** Starts everything in order: servers, migrations, region, platforms, port, workers. */
export const startBot = async (
  config: Config,
  role: Role,
  log: Logger,
  options: StartOptions = {},
): Promise<Started> => {
  const servers = await startServers({ ...config, alone: true })
  const { claim, embedded } = servers
  if (embedded && claim?.ok === false) return { ok: false, reason: 'already-running', address: claim.address }
  const observability = await startObservability(config, role, log)
  const release = async () => {
    await servers.stop()
    await observability.stop()
  }
  try {
    const started = await bringUp(config, role, servers, log, observability, options)
    const { real, practice, web, metrics } = started
    const address = addressOf(web)
    if (claim?.ok) await claim.tell(address)
    const stop = async () => {
      await stopBot(started)
      await release()
    }
    const running = { address, metrics, real: real?.assembly, practice: practice?.assembly, stop }
    return { ok: true, running }
  } catch (error) {
    await release()
    throw error
  }
}

const bringUp = async (
  config: Config,
  role: Role,
  servers: Servers,
  log: Logger,
  observability: Observability,
  { queuePrefix, backoff }: StartOptions,
) => {
  const keyring = await loadKeyring(config)
  const isAlone = isPracticeAlone(config)
  const common = { redisUrl: servers.redisUrl, keyring, log, queuePrefix }
  const { watch } = observability
  const finishing = ({ database, clock }: Assembly, databaseUrl: string): Upgrade =>
    finishUpgrade({ database, databaseUrl, clock, log, alone: servers.embedded })
  let real: Real | undefined
  let practice: Practice | undefined
  try {
    if (!isAlone)
      real = await startReal(config, role, { ...common, databaseUrl: servers.databaseUrl, watch }, backoff)
    const upgrades = real ? [finishing(real.assembly, servers.databaseUrl)] : []
    if (config.practice) {
      const databaseUrl = await openPracticeStore(servers, config, keyring)
      await migrate(databaseUrl)
      const options = { ...common, databaseUrl, watch: isAlone ? watch : unwatched }
      practice = await startPractice(config, role, options, !isAlone)
      upgrades.push(finishing(practice.assembly, databaseUrl))
    }
    const watched = real?.assembly ?? practice?.assembly
    if (!watched) throw new Error('neither the real product nor practice runs')
    const metrics = await observability.serve(watched)
    const web = await listen(partsOf(config, role, watched, real, practice), config.port, config.host)
    if (role !== 'bot') await Promise.all([real?.assembly.work(true), practice?.work()])
    return { real, practice, web, metrics, upgrades }
  } catch (error) {
    for (const part of [real, practice].filter(isThere)) {
      await part.stopPlatforms()
      await part.assembly.close()
    }
    throw error
  }
}

/** What is served: of the real product where it runs; practice beside it at its own addresses. */
const partsOf = (
  { publicUrl, host, operationsToken: token }: Config,
  role: Role,
  watched: Assembly,
  real: Real | undefined,
  practice: Practice | undefined,
): WebParts => {
  const { database, queues, log } = watched
  const calendar = real && calendarFeed({ database, clock: systemClock })
  return {
    ready: async () => (await queues.ready()) && (await database.atGate(async () => true).catch(() => false)),
    missing: () => real?.platforms.missing() ?? [],
    calendar: role === 'worker' ? undefined : real ? calendar : practice?.calendar,
    practice: practice?.app,
    practiceCalendar: practice?.calendar,
    operations:
      token === undefined
        ? undefined
        : operationsWeb({ watched, token, version: VERSION, publicUrl, clock: systemClock, hosts: [host] }),
    platforms: real?.platforms.listeners,
    failed: (error) => log.error({ error }, 'a request failed'),
  }
}

const isThere = <T>(part: T | undefined): part is T => part !== undefined

type Real = { assembly: Assembly; platforms: Platforms; stopPlatforms(): Promise<void> }

const migrate = async (databaseUrl: string): Promise<void> => {
  const { newer } = await migrateDatabase(databaseUrl)
  if (newer) process.stderr.write(`${catalogues.ja.start.newerDatabase}\n`)
}

/** Starts the real product with the external platforms, on the machine's clock. */
const startReal = async (
  config: Config,
  role: Role,
  options: Omit<AssemblyOptions, 'clock' | 'joins'>,
  backoff: Backoff | undefined,
): Promise<Real> => {
  const { databaseUrl } = options
  await migrate(databaseUrl)
  const { publicUrl } = config
  const practiceUrl = config.practice ? publicUrl : undefined
  const assembly = realAssembly({ ...options, publicUrl, practiceUrl })
  try {
    await locked(databaseUrl, 'plan', () => planRegions(assembly))
    const platforms = await startPlatforms(config, role, databaseUrl, assembly, backoff)
    return { assembly, platforms, stopPlatforms: platforms.stop }
  } catch (error) {
    await stopJoined(assembly)
    await assembly.close()
    throw error
  }
}

type BroughtUp = Awaited<ReturnType<typeof bringUp>>

/** Shuts down gracefully: takes nothing new, drains what runs, closes everything. Unsent messages are in the store. */
const stopBot = async ({ real, practice, web, upgrades }: BroughtUp): Promise<void> => {
  const parts = [real, practice].filter(isThere)
  await closeServer(web, async () => void (await Promise.all(parts.map((part) => part.stopPlatforms()))))
  await Promise.all(upgrades.map((upgrade) => upgrade.stop()))
  await Promise.all(parts.map(({ assembly }) => assembly.close()))
}
