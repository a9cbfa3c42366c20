import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { inject, onTestFinished } from 'vitest'
import { readConfig } from '../../src/app/config.ts'
import type { Backoff } from '../../src/app/keep-connecting.ts'
import { startBot } from '../../src/app/start.ts'
import { freshDatabase } from './database.ts'
import { startFakeSlack } from './fake-slack.ts'

export const fakeSlack = async (channels: string[] = [], users: string[] = []) => {
  const fake = await startFakeSlack({
    users,
    channels: channels.map((id) => ({ id, isPrivate: true, members: [] })),
  })
  onTestFinished(fake.stop)
  return fake
}

export const onSlack = ({ url, botToken, signingSecret }: Awaited<ReturnType<typeof fakeSlack>>) => ({
  SLACK_BOT_TOKEN: botToken,
  SLACK_SIGNING_SECRET: signingSecret,
  SLACK_API_URL: url,
})

type StartOptions = { backoff?: Backoff; queuePrefix?: string }

/** The bot as `tsunagi start` brings it up, in this process, on the test's own database and queues. */
export const startedBot = async (
  environment: Record<string, string>,
  { queuePrefix = `{test-${randomUUID()}}`, ...options }: StartOptions = {},
) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'tsunagi-start-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  const databaseUrl = environment.DATABASE_URL ?? (await freshDatabase())
  const read = readConfig({
    DATABASE_URL: databaseUrl,
    REDIS_URL: inject('redisUrl'),
    TSUNAGI_KEY: randomBytes(32).toString('base64'),
    DATA_DIR: dataDir,
    PORT: '0',
    ...environment,
  })
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  const log = pino({ level: process.env.TEST_LOG ?? 'silent' })
  const bot = await startBot(read.config, 'all', log, { queuePrefix, ...options })
  if (!bot.ok) throw new Error(bot.reason)
  const { running } = bot
  let stopped: Promise<void> | undefined
  const stop = () => {
    stopped ??= running.stop()
    return stopped
  }
  onTestFinished(stop)
  const assembly = running.real ?? running.practice
  if (!assembly) throw new Error('nothing runs')
  return { ...running, assembly, stop, databaseUrl }
}
