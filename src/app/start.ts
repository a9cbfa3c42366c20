import type { Server } from 'node:http'
import type { Logger } from 'pino'
import type { Dispatch, Platform } from '../bot/port.ts'
import { practiceWorkspace } from '../bot/practice/practice.ts'
import { storedPractice } from '../bot/practice/stored.ts'
import { type ShiftedClock, shiftedClock, systemClock } from '../domain/calendar/clock.ts'
import { operationsWeb } from '../observability/operations/operations.ts'
import { watchedPlatform } from '../observability/traced-platform.ts'
import { locked } from '../store/engine/lock.ts'
import { migrateDatabase } from '../store/engine/migrate.ts'
import { catalogues } from '../text/catalogue.ts'
import { type Assembly, assemble, planRegions } from './assemble.ts'
import { calendarFeed } from './calendar-feed.ts'
import type { Config, Role } from './config.ts'
import { type Servers, startServers } from './embedded/servers.ts'
import { loadKeyring } from './key-file.ts'
import { followClock, practiceRegion, practiceTime, type SharedTime } from './practice-setup.ts'
import { startDiscordInTurn } from './start-discord.ts'
import { startWatching, VERSION, type Watching } from './start-observability.ts'
import { startConfiguredSlack } from './start-slack.ts'
import { addressOf, closeServer, listen, type WebParts } from './web.ts'

type Running = { address: string; practice: boolean; metrics: string | undefined; stop(): Promise<void> }
export type Started =
  | { ok: true; running: Running }
  | { ok: false; reason: 'already-running'; address: string | undefined }

/** Brings everything up in order: servers, tables, region, platforms, port, workers. */
export const startBot = async (config: Config, role: Role, log: Logger): Promise<Started> => {
  const servers = await startServers({ ...config, alone: true })
  const { claim, embedded } = servers
  if (embedded && claim?.ok === false) return { ok: false, reason: 'already-running', address: claim.address }
  const watching = await startWatching(config, role, log)
  const release = async () => {
    await servers.stop()
    await watching.stop()
  }
  try {
    const { assembly, web, metrics } = await bringUp(config, role, servers, log, watching)
    const address = addressOf(web)
    if (claim?.ok) await claim.tell(address)
    const stop = async () => {
      await stopBot(assembly, web)
      await release()
    }
    return { ok: true, running: { address, practice: config.practice, metrics, stop } }
  } catch (error) {
    await release()
    throw error
  }
}

const bringUp = async (config: Config, role: Role, servers: Servers, log: Logger, watching: Watching) => {
  const { newer } = await migrateDatabase(servers.databaseUrl)
  if (newer) process.stderr.write(`${catalogues.ja.start.newerDatabase}\n`)
  const clock = shiftedClock(systemClock, Temporal.Duration.from('PT0S'))
  const keyring = await loadKeyring(config.dataDir, config.keys)
  const { publicUrl, practice } = config
  const { watch } = watching
  const assembly = assemble({ ...servers, keyring, clock, log, publicUrl, practice, watch })
  try {
    const time = await locked(servers.databaseUrl, 'plan', () => planned(config, servers, assembly, clock))
    const parts = await startPlatforms(config, role, servers, assembly, time)
    const metrics = await watching.serve(assembly)
    if (config.operationsToken) parts.operations = operationsOf(config, config.operationsToken, assembly)
    const web = await listen(parts, config.port, config.host)
    if (role !== 'bot') await assembly.work(true, time.follow)
    return { assembly, web, metrics }
  } catch (error) {
    await stopPlatforms(assembly)
    await assembly.close()
    throw error
  }
}

const operationsOf = ({ publicUrl }: Config, token: string, watched: Assembly) =>
  operationsWeb({ watched, token, version: VERSION, publicUrl, clock: systemClock })

/** The region of the practice workspace, where there is to be one, and every region's plans. */
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

/** Starts what is configured. A platform that cannot be reached is a clear line, and the others go on. */
const startPlatforms = async (
  config: Config,
  role: Role,
  { databaseUrl }: Servers,
  assembly: Assembly,
  time: SharedTime,
): Promise<WebParts> => {
  const { database, registry, platforms, queues, log } = assembly
  const receives = role !== 'worker'
  const ready = async () =>
    (await queues.ready()) && (await database.atGate(async () => true).catch(() => false))
  const parts: WebParts = receives
    ? { ready, calendar: calendarFeed({ database, clock: time.clock }) }
    : { ready }
  const dispatch: Dispatch = async (interaction) => {
    // Where the database is away, the dispatch says so.
    await time.follow().catch(() => undefined)
    return assembly.dispatch(interaction)
  }
  const join = (platform: Platform) => platforms.set(platform.name, watchedPlatform(platform))
  const common = { dispatch, commands: registry.views, log, receives }
  if (time.practice !== undefined) {
    const store = storedPractice(database, time.practice)
    const practice = practiceWorkspace({
      ...common,
      store,
      time: await practiceTime(assembly, time.clock, time.practice, time),
      hosts: [config.host],
    })
    join(practice.platform)
    if (receives) parts.practice = practice.app
  }
  if (config.slack) {
    const slack = await startConfiguredSlack(config.slack, config.publicUrl, database, {
      ...common,
      onLeft: (workspace) => assembly.workspaceLeft('slack', workspace),
    })
    if (slack.ok) join(slack.platform)
    else notConnected('Slack', slack.reason)
    if (slack.ok && slack.requestListener) parts.slack = slack.requestListener
  }
  if (config.discord) {
    const onLeft = (guild: string) => assembly.workspaceLeft('discord', guild)
    const discord = await startDiscordInTurn({ ...config.discord, ...common, onLeft }, databaseUrl)
    if (discord.ok) join(discord.platform)
    else notConnected('Discord', discord.reason)
  }
  return parts
}

const notConnected = (platform: string, reason: string): void => {
  process.stderr.write(`${catalogues.ja.start.notConnected(platform, reason)}\n`)
}

/** Takes nothing new, finishes what runs, and lets go of everything. What is not out yet is in the store. */
const stopBot = async (assembly: Assembly, web: Server): Promise<void> => {
  await closeServer(web, () => stopPlatforms(assembly))
  await assembly.close()
}

const stopPlatforms = async ({ platforms }: Assembly): Promise<void> => {
  await Promise.all([...platforms.values()].map((platform) => platform.stop()))
}
