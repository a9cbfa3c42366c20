import { createServer } from 'node:http'
import { assemble, planRegions } from '../../src/app/assemble.ts'
import { startExclusively } from '../../src/bot/discord/start-exclusively.ts'
import { startSlack } from '../../src/bot/slack/start.ts'
import { makeLog } from '../../src/observability/log.ts'
import { keyring } from '../../src/store/engine/encryption.ts'
import { holdExclusively } from '../../src/store/engine/hold-exclusively.ts'
import { sharedClock } from './shared-clock.ts'

/** One process of the product, put together as src/app/start.ts does it, on a clock that the suite moves. */
export type BotOptions = {
  role: 'all' | 'bot' | 'worker'
  databaseUrl: string
  redisUrl: string
  queuePrefix: string
  /** In base64. */
  key: string
  clockFile: string
  logLevel: string
  slack: { botToken: string; apiUrl: string; signingSecret: string }
  discord: { token: string; apiUrl: string }
}

/** A platform that does not answer is given up sooner than by itself: the suite makes that happen often. */
const TIMEOUT_MS = 2_500
/** A platform may be misbehaving at this moment: a supervisor would start the process again. */
const MOST_STARTS = 10

const untilConnected = async <Started extends { ok: boolean }>(
  start: () => Promise<Started>,
): Promise<Extract<Started, { ok: true }>> => {
  for (let starts = 1; starts <= MOST_STARTS; starts += 1) {
    const started = await start()
    if (started.ok) return started as Extract<Started, { ok: true }>
  }
  throw new Error('a platform does not answer')
}

const options = JSON.parse(process.argv[2] ?? '') as BotOptions
const { role, databaseUrl, redisUrl, queuePrefix, key } = options
const log = makeLog(options.logLevel)
const clock = sharedClock(options.clockFile)
const keys = keyring([Buffer.from(key, 'base64')])
const assembly = assemble({ databaseUrl, redisUrl, queuePrefix, keyring: keys, clock, log })
const { dispatch, registry } = assembly
const common = {
  dispatch,
  commands: registry.views,
  now: clock.now,
  log,
  timeoutMs: TIMEOUT_MS,
  receives: role !== 'worker',
}

const { signingSecret, ...slackAccess } = options.slack
const receiver = { mode: 'http' as const, signingSecret }
const slack = await untilConnected(() => startSlack({ ...slackAccess, receiver, ...common }))
assembly.join(slack.platform)
const discord = await untilConnected(() =>
  startExclusively({ ...options.discord, ...common }, (name, work) =>
    holdExclusively(databaseUrl, name, work),
  ),
)
assembly.join(discord.platform)

const server = createServer(slack.requestListener ?? ((_, response) => void response.writeHead(404).end()))
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
await planRegions(assembly)
if (role !== 'bot') await assembly.work(true)
const address = server.address()
if (address === null || typeof address === 'string') throw new Error('no port')
process.send?.({ port: address.port })
process.once('disconnect', () => process.exit())
