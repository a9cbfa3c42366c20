import { randomBytes, randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { addSampleCases } from '../../src/actions/practice/sample.ts'
import { planRegions } from '../../src/app/assemble.ts'
import { virtualClock } from '../../src/domain/calendar/clock.ts'
import { sampleCases } from '../../src/domain/practice/sample-cases.ts'
import type { Region } from '../../src/domain/region/region.ts'
import { openQueues, type Queues } from '../../src/jobs/queues.ts'
import { openDatabase } from '../../src/store/engine/database.ts'
import { keyring } from '../../src/store/engine/encryption.ts'
import { migrateDatabase } from '../../src/store/engine/migrate.ts'
import { saveRegion } from '../../src/store/region/regions.ts'
import { inDatabase, ownedAsIn } from '../support/database.ts'
import { type FakeDiscord, startFakeDiscord } from '../support/fake-discord.ts'
import { type FakeSlack, startFakeSlack } from '../support/fake-slack.ts'
import { sampleRegion } from '../support/product.ts'
import { discordStage, slackStage } from '../support/stages.ts'
import { type Processes, processes } from './processes.ts'
import type { FaultServers } from './servers.ts'
import { NO_TIME_AHEAD, type SharedClock, sharedClock } from './shared-clock.ts'

const slackNames = slackStage('http')
const discordNames = discordStage()
const TEMPLATE = 'faults_template'

/** The coordinators who type in this suite, one on each platform. */
export const TYPISTS = { slack: slackNames.user('midori'), discord: discordNames.user('daichi') }

/** A region's own database with its platforms and processes: what one fault is tried on. */
export type Stage = {
  databaseUrl: string
  regionId: string
  clock: SharedClock
  slack: FakeSlack
  discord: FakeDiscord
  processes: Processes
  queues: Queues
  redisUrl: string
  queuePrefix: string
  key: Buffer
  close(): Promise<void>
}

/** The sample region, every second member on Discord and the others on Slack, its bodies' channels on both. */
const twoPlatforms = (region: Region): Region => ({
  ...region,
  workspaces: [
    { platform: 'slack', id: slackNames.workspace },
    { platform: 'discord', id: discordNames.workspace },
  ],
  members: region.members.map((member, at) => ({
    ...member,
    accounts: [
      at % 2 === 0
        ? accountOf('slack', slackNames, member.id)
        : accountOf('discord', discordNames, member.id),
    ],
  })),
  bodies: region.bodies.map((body) => ({
    ...body,
    channels: [channelOf('slack', slackNames, body.id), channelOf('discord', discordNames, body.id)],
  })),
})

type Names = { workspace: string; user(member: string): string; channel(body: string): string }
const accountOf = (platform: 'slack' | 'discord', { workspace, user }: Names, member: string) => ({
  platform,
  workspace,
  user: user(member),
})
const channelOf = (platform: 'slack' | 'discord', { workspace, channel }: Names, body: string) => ({
  platform,
  workspace,
  channel: channel(body),
})

const KEY = randomBytes(32)

/** Makes the database that every stage copies: the region as it is at `start`, with its cases and all it plans. */
export const prepareTemplate = async (servers: FaultServers, start: Temporal.Instant): Promise<Region> => {
  await servers.administer(`drop database if exists ${TEMPLATE} with (force)`)
  await servers.administer(`create database ${TEMPLATE} ${ownedAsIn(servers.databaseUrl)}`)
  const url = inDatabase(servers.databaseUrl, TEMPLATE)
  await migrateDatabase(url)
  const region = twoPlatforms(await sampleRegion())
  const database = openDatabase(url, keyring([KEY]), (error) => {
    throw error
  })
  const today = start.toZonedDateTimeISO(region.timeZone).toPlainDate()
  await database.inRegion(region.id, async (scope) => {
    await saveRegion(scope, region)
    await addSampleCases(scope, sampleCases(region, today), start)
  })
  await planRegions({ database, clock: virtualClock(start) })
  await database.close()
  return region
}

export type StageOptions = {
  start: Temporal.Instant
  region: Region
  /** The root of the source tree that the processes run. */
  tree?: string
  logLevel?: string
  logFile?: string
}

const TREE = fileURLToPath(new URL('../../', import.meta.url))

/** A copy of the template, with platforms and a clock at `start`; no process runs yet. */
export const setStage = async (servers: FaultServers, options: StageOptions): Promise<Stage> => {
  const { start, region, tree = TREE, logLevel = 'error', logFile } = options
  const name = `faults_${randomUUID().replaceAll('-', '')}`
  await servers.administer(`create database ${name} template ${TEMPLATE} ${ownedAsIn(servers.databaseUrl)}`)
  const databaseUrl = inDatabase(servers.databaseUrl, name)
  const clockFile = join(servers.root, `${name}.clock`)
  await writeFile(clockFile, NO_TIME_AHEAD)
  const clock = sharedClock(clockFile)
  clock.set(start)
  const now = () => clock.now().epochMilliseconds
  const onRoster = ['midori', 'sakura', 'riku']
  const slack = await startFakeSlack({
    users: region.members.map(({ id }) => slackNames.user(id)),
    channels: region.bodies.map(({ id }) => ({
      id: slackNames.channel(id),
      isPrivate: true,
      members: onRoster.slice(0, 1).map(slackNames.user),
    })),
    now,
  })
  const discord = await startFakeDiscord({
    users: region.members.map(({ id }) => discordNames.user(id)),
    channels: region.bodies.map(({ id }) => ({
      id: discordNames.channel(id),
      isPrivate: true,
      members: onRoster.slice(1).map(discordNames.user),
    })),
    now,
  })
  const queuePrefix = `{${name}}`
  const { redisUrl } = servers
  const product = processes(
    join(tree, 'test/faults/bot.ts'),
    {
      databaseUrl,
      redisUrl,
      queuePrefix,
      key: KEY.toString('base64'),
      clockFile,
      logLevel,
      slack: { botToken: slack.botToken, apiUrl: slack.url, signingSecret: slack.signingSecret },
      discord: { token: discord.token, apiUrl: discord.url },
    },
    logFile,
  )
  const queues = openQueues({ redisUrl, prefix: queuePrefix, log: pino({ level: 'silent' }) })
  return {
    databaseUrl,
    regionId: region.id,
    clock,
    slack,
    discord,
    processes: product,
    queues,
    redisUrl,
    queuePrefix,
    key: KEY,
    close: async () => {
      await product.killAll()
      await queues.close()
      await Promise.all([slack.stop(), discord.stop()])
      clock.close()
      await servers.administer(`drop database if exists ${name} with (force)`)
    },
  }
}
