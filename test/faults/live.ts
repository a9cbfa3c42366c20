import { setTimeout as pause } from 'node:timers/promises'
import type { Looking, Seen } from './look.ts'
import type { Stage } from './stage.ts'

/** How a stretch of time went. `stuck`: something due was not done although nothing stood in its way any more. */
export type Lived = { ok: true } | { ok: false; stuck: string }

export type Living = {
  /** Attempts that nobody works at any more: their processes are dead. */
  orphans: Set<string>
  /** Something is being done to the product: time flows, and is not skipped. */
  busy(): boolean
  /** Called after each leap with the instant that was reached. */
  arrived(): void
  /** Whether the tick is helped after a leap. Time that is skipped has had its ticks. */
  wakes(): boolean
  /** In real time: how long something due may stay undone with nothing in its way. */
  stuckAfterMs: number
}

const LOOK_MS = 30
const WAKE_WITHIN_MS = 1_000

/**
 * Lives until then. While something is done, time flows as it does; where nothing is due and nobody is at work, it is
 * skipped. So every lease, timeout and wait lasts as long as the product thinks it does.
 */
export const live = async (
  stage: Stage,
  until: Temporal.Instant,
  { look, atWork }: Looking,
  living: Living,
): Promise<Lived> => {
  let before = ''
  let changedAt = performance.now()
  for (;;) {
    const seen = await look()
    const picture = JSON.stringify([seen?.next, seen?.due, seen?.sending])
    if (picture !== before || living.busy()) {
      before = picture
      changedAt = performance.now()
    }
    if (performance.now() - changedAt > living.stuckAfterMs)
      return { ok: false, stuck: `${picture}; ${await whoWorks(stage, atWork)}` }
    if (!seen || seen.due > 0 || living.busy() || !(await isQuiet(stage, seen, atWork, living))) {
      await pause(LOOK_MS)
      continue
    }
    if (!seen.next || Temporal.Instant.compare(seen.next, until) > 0) {
      if (Temporal.Instant.compare(until, stage.clock.now()) > 0) stage.clock.set(until)
      return { ok: true }
    }
    if (Temporal.Instant.compare(seen.next, stage.clock.now()) > 0) stage.clock.set(seen.next)
    if (living.wakes())
      await Promise.race([stage.queues.wake().catch(() => undefined), pause(WAKE_WITHIN_MS)])
    living.arrived()
  }
}

const whoWorks = async ({ slack, discord, queues }: Stage, atWork: Looking['atWork']): Promise<string> => {
  const calls = { slack: slack.underWay(), discord: discord.underWay() }
  const counts = await queues.counts().catch(() => 'Redis does not answer')
  return JSON.stringify({ calls, delivering: await atWork(), counts })
}

/** No call is under way at a platform, and no process holds an attempt whose lease would be skipped. */
const isQuiet = async (
  { slack, discord }: Stage,
  { sending }: Seen,
  atWork: Looking['atWork'],
  { orphans }: Living,
): Promise<boolean> => {
  if (slack.underWay() > 0 || discord.underWay() > 0) return false
  return sending.every((attempt) => orphans.has(attempt)) || (await atWork()) === 0
}
