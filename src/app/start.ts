import type { Server } from 'node:http'
import type { Logger } from 'pino'
import { type ShiftedClock, shiftedClock } from '../domain/calendar/clock.ts'
import { operationsWeb } from '../observability/operations/operations.ts'
import { locked } from '../store/engine/lock.ts'
import { migrateDatabase } from '../store/engine/migrate.ts'
import { catalogues } from '../text/catalogue.ts'
import { type Assembly, assemble, planRegions } from './assemble.ts'
import type { Config, Role } from './config.ts'
import { type Servers, startServers } from './embedded/servers.ts'
import { finishUpgrade, type Upgrade } from './finish-upgrade.ts'
import type { Backoff } from './keep-connecting.ts'
import { loadKeyring } from './key-file.ts'
import { followClock, practiceRegion, type SharedTime } from './practice-setup.ts'
import { type Observability, startObservability, VERSION } from './start-observability.ts'
import { type Platforms, startPlatforms, stopJoined } from './start-platforms.ts'
import { systemClock } from './system-clock.ts'
import { addressOf, closeServer, listen } from './web.ts'

type Running = {
  address: string
  practice: boolean
  metrics: string | undefined
  assembly: Assembly
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
    const { assembly, platforms, web, metrics, upgrade } = await bringUp(
      config,
      role,
      servers,
      log,
      observability,
      options,
    )
    const address = addressOf(web)
    if (claim?.ok) await claim.tell(address)
    const stop = async () => {
      await stopBot(assembly, platforms, web, upgrade)
      await release()
    }
    return { ok: true, running: { address, practice: config.practice, metrics, assembly, stop } }
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
  const { newer } = await migrateDatabase(servers.databaseUrl)
  if (newer) process.stderr.write(`${catalogues.ja.start.newerDatabase}\n`)
  const clock = shiftedClock(systemClock, Temporal.Duration.from('PT0S'))
  const keyring = await loadKeyring(config)
  const { publicUrl, practice } = config
  const { watch } = observability
  const assembly = assemble({ ...servers, keyring, clock, log, publicUrl, practice, watch, queuePrefix })
  let platforms: Platforms | undefined
  try {
    const time = await locked(servers.databaseUrl, 'plan', () => planned(config, servers, assembly, clock))
    platforms = await startPlatforms(config, role, servers.databaseUrl, assembly, time, backoff)
    const { parts } = platforms
    const metrics = await observability.serve(assembly)
    if (config.operationsToken) parts.operations = operationsOf(config, config.operationsToken, assembly)
    const web = await listen(parts, config.port, config.host)
    if (role !== 'bot') await assembly.work(true, time.follow)
    const { databaseUrl, embedded } = servers
    const upgrade = finishUpgrade({ database: assembly.database, databaseUrl, clock, log, alone: embedded })
    return { assembly, platforms, web, metrics, upgrade }
  } catch (error) {
    await (platforms ? platforms.stop() : stopJoined(assembly))
    await assembly.close()
    throw error
  }
}

const operationsOf = ({ publicUrl, host }: Config, token: string, watched: Assembly) =>
  operationsWeb({ watched, token, version: VERSION, publicUrl, clock: systemClock, hosts: [host] })

/** Makes the practice workspace's region, where configured, and plans every region. */
const planned = async (
  config: Config,
  { databaseUrl }: Servers,
  assembly: Assembly,
  clock: ShiftedClock,
): Promise<SharedTime> => {
  const practice = config.practice ? await practiceRegion(assembly) : undefined
  const follow = async () => {
    if (practice !== undefined) await followClock(assembly, clock, practice)
  }
  await follow()
  await planRegions(assembly)
  return { clock, practice, follow, alone: (work) => locked(databaseUrl, 'leap', work) }
}

/** Shuts down gracefully: takes nothing new, drains what runs, closes everything. Unsent messages are in the store. */
const stopBot = async (
  assembly: Assembly,
  platforms: Platforms,
  web: Server,
  upgrade: Upgrade,
): Promise<void> => {
  await closeServer(web, platforms.stop)
  await upgrade.stop()
  await assembly.close()
}
