import { createServer } from 'node:http'
import { App, HTTPReceiver } from '@slack/bolt'
import { Queue, Worker } from 'bullmq'
import { Client, GatewayIntentBits } from 'discord.js'
import { Redis } from 'ioredis'

/** The baseline of `bench/process.ts`: Bolt that only acknowledges, a discord.js client, an idle BullMQ worker. */

type Given = { redisUrl: string; botToken: string; signingSecret: string }
const { redisUrl, botToken: token, signingSecret }: Given = JSON.parse(process.env.BENCH_BOT ?? '{}')

const receiver = new HTTPReceiver({ signingSecret, endpoints: ['/slack/events'] })
const app = new App({ receiver, token, tokenVerificationEnabled: false, botId: 'B0', botUserId: 'U0' })
app.command(/.*/, ({ ack }) => ack())
const discord = new Client({ intents: [GatewayIntentBits.Guilds] })
const connection = new Redis(redisUrl, { maxRetriesPerRequest: null })
const queue = new Queue('bare-bot', { connection, prefix: '{bare-bot}' })
const worker = new Worker('bare-bot', async () => undefined, {
  connection: connection.duplicate(),
  prefix: '{bare-bot}',
})
await Promise.all([queue.waitUntilReady(), worker.waitUntilReady()])
const server = createServer(receiver.requestListener.bind(receiver))
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : undefined })
})
process.on('message', () =>
  process.send?.({ residentBytes: process.memoryUsage.rss(), ready: discord.isReady() }),
)
