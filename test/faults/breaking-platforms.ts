import { setTimeout as pause } from 'node:timers/promises'
import type { Misbehaviour as OnDiscord } from '../support/fake-discord.ts'
import type { Misbehaviour as OnSlack } from '../support/fake-slack.ts'
import { type Fault, fault, type Scene } from './fault.ts'

const DISCORD_POST = /^POST \/channels\/\d+\/messages$/
const DISCORD_LOOK = /^GET \/channels\/\d+\/messages$/
const DISCORD_OPEN = /^POST \/users\/@me\/channels$/

type Both = OnSlack & OnDiscord

/** The next messages fail so, on both platforms. */
const onPosts = (how: Both, count: number, { stage }: Scene): void => {
  for (let n = 0; n < count; n += 1) {
    stage.slack.misbehave('chat.postMessage', how)
    stage.discord.misbehave(DISCORD_POST, how)
  }
}

/** The next look-ups, and the next openings of direct messages, fail so. */
const onLooks = (how: Both, count: number, { stage }: Scene): void => {
  for (let n = 0; n < count; n += 1) {
    stage.slack.misbehave('conversations.history', how)
    stage.slack.misbehave('conversations.open', how)
    stage.discord.misbehave(DISCORD_LOOK, how)
    stage.discord.misbehave(DISCORD_OPEN, how)
  }
}

const MOST = 4

const answering = (name: string, how: (scene: Scene) => Both): Fault =>
  fault({
    name,
    strike: async (scene) => onPosts(how(scene), 1 + scene.random.below(MOST), scene),
  })

/** The bot gives a call up after 2.5 s. */
const LATE = { does: 'dawdles', ms: 3_500 } as const

const EVENT_ORDER_MS = 300

export const BREAKING_PLATFORMS: readonly Fault[] = [
  answering('platform answers 429', ({ random }) => ({ does: 'limits', retryAfter: 1 + random.below(60) })),
  answering('platform answers 500', () => ({ does: 'fails', status: 500 })),
  answering('platform never answers', () => ({ does: 'hangs' })),
  answering('platform answers late', () => LATE),
  answering('connection breaks before the answer', () => ({ does: 'drops' })),
  fault({
    name: 'answer lost twice, the look-up too',
    strike: async (scene) => {
      onPosts({ does: 'drops' }, 2, scene)
      onLooks({ does: 'fails', status: 500 }, 2, scene)
    },
  }),
  fault({
    name: 'events twice and out of order',
    arrival: 'muddled',
    roles: ['bot', 'bot', 'worker'],
    strike: async ({ stage, random }) => {
      stage.discord.reconnect()
      await pause(random.below(EVENT_ORDER_MS))
    },
  }),
]

export const BREAKING_TIME: readonly Fault[] = [
  fault({
    name: 'clock stepped an hour each way',
    strike: async ({ stage, random }) => {
      await pause(random.below(EVENT_ORDER_MS))
      stage.clock.step(Temporal.Duration.from({ hours: random.chance(0.5) ? 1 : -1 }))
    },
  }),
]
