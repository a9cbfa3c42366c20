import type { Server } from 'node:http'
import type { Logger } from 'pino'
import { type Assembly, assemble, planRegions } from './assemble.ts'
import { practiceWorkspace } from './bot/practice/practice.ts'
import { storedPractice } from './bot/practice/stored.ts'
import { calendarFeed } from './calendar-feed.ts'
import { type ShiftedClock, shiftedClock, systemClock } from './clock.ts'
import type { Config } from './config.ts'
import { claimFolder } from './embedded/claim-folder.ts'
import { type Servers, startServers } from './embedded/servers.ts'
import { loadKeyring } from './key-file.ts'
import { practiceRegion, practiceTime } from './practice-setup.ts'
import { migrateDatabase } from './store/migrate.ts'
import { clockAhead } from './store/practice.ts'
import { catalogues } from './text/catalogue.ts'
import { addressOf, listen, type WebParts } from './web.ts'

export type Role = 'all' | 'bot' | 'worker'
type Running = { address: string; practice: boolean; stop(): Promise<void> }
export type Started =
  | { ok: true; running: Running }
  | { ok: false; reason: 'already-running'; address: string | undefined }

/** Brings everything up in order: servers, tables, region, platforms, port, workers. */
export const startBot = async (config: Config, role: Role, log: Logger): Promise<Started> => {
  const servers = await startServers(config)
  const claim = servers.embedded ? await claimFolder(servers.databaseUrl, config.dataDir) : undefined
  if (claim && !claim.ok) return { ok: false, reason: 'already-running', address: claim.address }
  // While the claim is held nobody else uses the servers: they stop before it is let go.
  const release = async () => {
    await servers.stop()
    if (claim) await claim.release()
  }
  try {
    const { assembly, web } = await bringUp(config, role, servers, log)
    const address = addressOf(web)
    if (claim) await claim.tell(address)
    const stop = async () => {
      await stopBot(assembly, web)
      await release()
    }
    return { ok: true, running: { address, practice: config.practice, stop } }
  } catch (error) {
    await release()
    throw error
  }
}

const bringUp = async (config: Config, role: Role, servers: Servers, log: Logger) => {
  await migrateDatabase(servers.databaseUrl)
  const clock = shiftedClock(systemClock, Temporal.Duration.from('PT0S'))
  const keyring = await loadKeyring(config.dataDir, config.keys)
  const assembly = assemble({ ...servers, keyring, clock, log, publicUrl: config.publicUrl })
  try {
    const parts = await startPlatforms(config, role, assembly, clock)
    const web = await listen(parts, config.port, config.host)
    await planRegions(assembly)
    if (role !== 'bot') await assembly.work(true)
    return { assembly, web }
  } catch (error) {
    await stopPlatforms(assembly)
    await assembly.close()
    throw error
  }
}

/** Starts what is configured. A platform that cannot be reached is a clear line, and the others go on. */
const startPlatforms = async (
  config: Config,
  role: Role,
  assembly: Assembly,
  clock: ShiftedClock,
): Promise<WebParts> => {
  const { database, dispatch, registry, platforms, queues, log } = assembly
  const parts: WebParts = {
    calendar: calendarFeed({ database, clock }),
    ready: async () => queues.ready() && (await database.atGate(async () => true).catch(() => false)),
  }
  const common = { dispatch, commands: registry.views, log }
  if (config.practice) {
    const { platform, app } = await startPractice(config, assembly, clock)
    platforms.set(platform.name, platform)
    parts.practice = app
  }
  if (config.slack) {
    const { startSlack } = await import('./bot/slack/start.ts')
    const slack = await startSlack({ ...config.slack, ...common, receives: role !== 'worker' })
    if (slack.ok) platforms.set(slack.platform.name, slack.platform)
    else notConnected('Slack', slack.reason)
    if (slack.ok && slack.requestListener) parts.slack = slack.requestListener
  }
  if (config.discord) {
    const { startDiscord } = await import('./bot/discord/start.ts')
    const discord = await startDiscord({ ...config.discord, ...common, receives: role !== 'worker' })
    if (discord.ok) platforms.set(discord.platform.name, discord.platform)
    else notConnected('Discord', discord.reason)
  }
  return parts
}

const notConnected = (platform: string, reason: string): void => {
  process.stderr.write(`${catalogues.ja.start.notConnected(platform, reason)}\n`)
}

const startPractice = async (config: Config, assembly: Assembly, clock: ShiftedClock) => {
  const { database, dispatch, registry, log } = assembly
  const regionId = await practiceRegion(assembly)
  const ahead = await database.inRegion(regionId, clockAhead)
  clock.set(systemClock.now().add(ahead))
  return practiceWorkspace({
    dispatch,
    commands: registry.views,
    store: storedPractice(database, regionId),
    time: await practiceTime(assembly, clock, regionId),
    log,
    hosts: [config.host],
  })
}

/** Takes nothing new, finishes what runs, and lets go of everything. What is not out yet is in the store. */
const stopBot = async (assembly: Assembly, web: Server): Promise<void> => {
  const closed = new Promise<void>((resolve) => web.close(() => resolve()))
  await stopPlatforms(assembly)
  web.closeAllConnections()
  await closed
  await assembly.close()
}

const stopPlatforms = async ({ platforms }: Assembly): Promise<void> => {
  await Promise.all([...platforms.values()].map((platform) => platform.stop()))
}
