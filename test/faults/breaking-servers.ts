import { setTimeout as pause } from 'node:timers/promises'
import { type Fault, fault, type Scene } from './fault.ts'

const WITHIN_MS = 400
const OUTAGE_MS = 3_000
/** After each the tick is waited for. */
const ONCE = { short: 1, long: 12 }

const outage = ({ random }: Scene): Promise<void> => pause(300 + random.below(OUTAGE_MS))

const REDIS: readonly Fault[] = [
  fault({
    name: 'Redis killed',
    alone: true,
    times: ONCE,
    strike: async (scene) => {
      await pause(scene.random.below(WITHIN_MS))
      await scene.servers.redis.kill()
      await outage(scene)
      await scene.servers.redis.start()
    },
  }),
  fault({
    name: 'Redis restarted empty',
    alone: true,
    times: ONCE,
    strike: async (scene) => {
      const { redis } = scene.servers
      await pause(scene.random.below(WITHIN_MS))
      await redis.kill()
      await redis.empty()
      await redis.start()
    },
  }),
  fault({
    name: 'Redis frozen',
    alone: true,
    times: ONCE,
    strike: async (scene) => {
      const { redis } = scene.servers
      await pause(scene.random.below(WITHIN_MS))
      await redis.signal('SIGSTOP')
      await outage(scene)
      await redis.signal('SIGCONT')
    },
  }),
  fault({
    name: 'Redis out of memory',
    alone: true,
    times: ONCE,
    strike: async (scene) => {
      const { redis } = scene.servers
      await pause(scene.random.below(WITHIN_MS))
      await redis.starve(true)
      await outage(scene)
      await redis.starve(false)
    },
  }),
]

const POSTGRES: readonly Fault[] = [
  fault({
    name: 'PostgreSQL restarted',
    strike: async ({ servers, random }) => {
      await pause(random.below(WITHIN_MS))
      await servers.postgres.restart(random.chance(0.5) ? 'SIGINT' : 'SIGQUIT', random.below(1_500))
    },
  }),
  fault({
    name: 'database connections cut',
    strike: async ({ servers, random }) => {
      await pause(random.below(WITHIN_MS))
      await servers.postgres.cutConnections()
    },
  }),
  fault({
    name: 'disk of the database full',
    times: { short: 1, long: 8 },
    impossible: ({ postgres }) => (postgres.canFill ? undefined : 'needs root, to mount a small disk'),
    strike: async (scene) => {
      const { postgres } = scene.servers
      await pause(scene.random.below(WITHIN_MS))
      postgres.fillDisk()
      await outage(scene)
      await postgres.freeDisk()
    },
  }),
]

export const BREAKING_SERVERS: readonly Fault[] = [...REDIS, ...POSTGRES]
