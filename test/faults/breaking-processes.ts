import { setTimeout as pause } from 'node:timers/promises'
import { type Fault, fault, type Scene } from './fault.ts'
import type { Role } from './processes.ts'

/** Long enough to meet every step of a morning's work: finding, claiming, composing, sending, settling. */
const WITHIN_MS = 500
const DOWN_MS = 200

/** Killed again while it starts, and while the others' leases are waited for. */
const IN_A_ROW = 3
const NEXT_WITHIN_MS = 3_000

const killInARow = async (scene: Scene, roles: readonly Role[]): Promise<void> => {
  for (let n = 0; n < IN_A_ROW; n += 1) {
    if (n > 0) await pause(scene.random.below(NEXT_WITHIN_MS))
    await killAndStart(scene, roles)
  }
}

const killAndStart = async (scene: Scene, roles: readonly Role[]): Promise<void> => {
  const { stage, random } = scene
  const { processes } = stage
  await pause(random.below(WITHIN_MS))
  await Promise.all(processes.running.filter(({ role }) => roles.includes(role)).map(processes.kill))
  if (processes.running.every(({ role }) => role === 'bot')) await scene.nobodyIsLeft()
  await pause(random.below(DOWN_MS))
  await Promise.all(roles.map(processes.start))
}

const killed = (name: string, roles: readonly Role[], times: Fault['times']): Fault =>
  fault({
    name,
    times,
    blows: IN_A_ROW,
    roles: ['bot', 'worker'],
    strike: (scene) => killInARow(scene, roles),
  })

/** One of several is killed: the others go on, and what it had in hand comes back by its lease. */
const killOne = async ({ stage, random }: Scene): Promise<void> => {
  const { processes } = stage
  await pause(random.below(WITHIN_MS))
  const one = processes.running[random.below(processes.running.length)]
  if (!one) return
  await processes.kill(one)
  await processes.start(one.role)
}

const BEYOND_A_LEASE = Temporal.Duration.from({ seconds: 90 })
/** Until the queue has noticed, and the others have done the work. */
const NOTICED_MS = 25_000

/** A machine that slept: it wakes with work in its hands that others have done meanwhile. */
const freezeOne = async ({ stage, random }: Scene): Promise<void> => {
  await pause(random.below(WITHIN_MS))
  const one = stage.processes.running.find(({ role }) => role === 'worker')
  one?.child.kill('SIGSTOP')
  stage.clock.step(BEYOND_A_LEASE)
  await pause(NOTICED_MS)
  one?.child.kill('SIGCONT')
}

export const BREAKING_PROCESSES: readonly Fault[] = [
  killed('kill -9 of the bot', ['bot'], { short: 1, long: 22 }),
  killed('kill -9 of the worker', ['worker'], { short: 1, long: 23 }),
  killed('kill -9 of both', ['bot', 'worker'], { short: 1, long: 22 }),
  fault({
    name: 'two workers, three bots, one killed',
    times: { short: 1, long: 10 },
    roles: ['worker', 'worker', 'bot', 'bot', 'bot'],
    arrival: 'muddled',
    strike: killOne,
  }),
  fault({
    name: 'one of two workers frozen beyond its lease',
    times: { short: 0, long: 8 },
    roles: ['worker', 'worker', 'bot'],
    strike: freezeOne,
  }),
]
