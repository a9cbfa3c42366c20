import { createServer } from 'node:http'
import { pino } from 'pino'
import { assemble, planRegions } from '../src/app/assemble.ts'
import { systemClock } from '../src/app/system-clock.ts'
import { startSlack } from '../src/bot/slack/start.ts'
import { keyring } from '../src/store/engine/encryption.ts'

/** Runs the product in its own process, over Slack's HTTP, for `bench/process.ts`. */

type Given = {
  databaseUrl: string
  redisUrl: string
  key: string
  apiUrl: string
  botToken: string
  signingSecret: string
}
const given: Given = JSON.parse(process.env.BENCH_BOT ?? '{}')

// Load the Discord client, for its share of the memory; there is no server to connect to here.
await import('../src/bot/discord/start.ts')
const log = pino({ level: 'error' })
const { databaseUrl, redisUrl, apiUrl, botToken, signingSecret } = given
const assembly = assemble({
  databaseUrl,
  redisUrl,
  keyring: keyring([Buffer.from(given.key, 'hex')]),
  clock: systemClock,
  log,
})
const slack = await startSlack({
  botToken,
  apiUrl,
  receiver: { mode: 'http', signingSecret },
  receives: true,
  now: systemClock.now,
  dispatch: assembly.dispatch,
  commands: assembly.registry.views,
  log,
})
if (!slack.ok || !slack.requestListener) throw new Error('the product does not start')
assembly.join(slack.platform)
await planRegions(assembly)
await assembly.work(true)
const server = createServer(slack.requestListener)
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : undefined })
})
process.on('message', () => process.send?.({ residentBytes: process.memoryUsage.rss() }))
