import type { Failure } from '../bot/port.ts'
import type { Attempt } from '../observability/watch.ts'
import type { Scope } from '../store/engine/database.ts'
import { type Delivery, sentBefore } from '../store/outbox/deliveries.ts'
import { type Claim, type Settlement, settleDeliveries } from '../store/outbox/delivery-claims.ts'
import { loadRegion } from '../store/region/regions.ts'
import type { Failed } from './compose-messages.ts'
import type { JobContext } from './job.ts'
import { knownMessage, messageHandler } from './notices/list.ts'
import { redirectOrReport } from './undeliverable.ts'

/** An attempt with its outcome. */
export type Ended = { claim: Claim; settlement: Settlement }

const isEnded = <Step extends object>(step: Step): step is Step & Ended => 'settlement' in step
export const isFailed = <Step extends object>(step: Step): step is Step & Failed => 'error' in step

const NOTHING_TOLD = { monitoring: 0, summary: 0, meeting: 0, followUp: 0, renewal: 0 }

export const sent = (
  at: Temporal.Instant,
  { channel, message }: { channel: string; message: string },
  told: Partial<typeof NOTHING_TOLD> | undefined,
): Settlement => ({ state: 'sent', at, channel, message, told: { ...NOTHING_TOLD, ...told } })

/** Retries with exponential backoff: 10 seconds, doubled a failure, up to 10 minutes. */
export const later = (
  now: Temporal.Instant,
  { failures }: Delivery,
  reason: string,
): Extract<Settlement, { state: 'waiting' }> => ({
  state: 'waiting',
  dueAt: now.add({ seconds: Math.min(600, 10 * 2 ** Math.min(failures, 10)) }),
  reason,
  failed: true,
})

/** Maps a platform's failure to a settlement: retry, look up, or skip. */
export const settlementOf = (failure: Failure, now: Temporal.Instant, delivery: Delivery): Settlement => {
  switch (failure.failure) {
    case 'rate-limited':
      return {
        state: 'waiting',
        dueAt: now.add({ seconds: failure.retryAfterSeconds }),
        reason: 'rate-limited',
      }
    case 'unavailable':
      return later(now, delivery, 'unavailable')
    case 'unknown':
      return { state: 'sending', dueAt: now.add({ seconds: 30 }), reason: 'answer-lost' }
    case 'refused':
      return failure.reason === 'not-connected'
        ? { state: 'waiting', dueAt: now.add({ minutes: 10 }), reason: failure.reason }
        : { state: 'skipped', reason: failure.reason }
    default:
      return failure satisfies never
  }
}

/** Measures how an attempt ended. */
const attemptMetrics = ({ platform, plannedFor, reason }: Delivery, settlement: Settlement): Attempt => ({
  platform,
  state: settlement.state,
  reason: settlement.state === 'sent' ? undefined : settlement.reason,
  delaySeconds:
    settlement.state === 'sent' && reason !== 'out-of-hours'
      ? plannedFor.until(settlement.at).total('seconds')
      : undefined,
})

/** Batches the settlements of attempts: one statement for many, flushed once the last flush is a second ago. */
export const settlementBatch = (regionId: string, context: JobContext) => {
  const { clock } = context
  const failed: Failed[] = []
  let ended: Ended[] = []
  let since = clock.now()
  const settle = async (): Promise<void> => {
    const settled = ended
    ended = []
    since = clock.now()
    if (settled.length > 0) await settleAll(settled, regionId, context, async () => undefined)
  }
  return {
    take: async (tried: readonly (Ended | Failed)[]): Promise<void> => {
      failed.push(...tried.filter(isFailed))
      ended.push(...tried.filter(isEnded))
      if (Temporal.Instant.compare(clock.now(), since.add({ seconds: 1 })) >= 0) await settle()
    },
    /** Flushes the rest, and runs `ask` in the same transaction. */
    end: async <Answer>(
      ask: (scope: Scope) => Promise<Answer>,
    ): Promise<{ failed: Failed[]; next: Answer }> => ({
      next: await settleAll(ended, regionId, context, ask),
      failed,
    }),
  }
}

const settleAll = async <Answer>(
  ended: readonly Ended[],
  regionId: string,
  context: JobContext,
  ask: (scope: Scope) => Promise<Answer>,
): Promise<Answer> => {
  const { held, pins, answer } = await context.database.inRegion(regionId, async (scope) => {
    const mine = await settleDeliveries(scope, ended, context.clock.now())
    await tellElsewhere(
      scope,
      ended.filter(({ claim }) => mine.has(claim.delivery.id)),
      context,
    )
    const pins = await pinsBefore(
      scope,
      ended.filter(({ claim }) => mine.has(claim.delivery.id)),
    )
    return { held: mine, pins, answer: await ask(scope) }
  })
  for (const { claim, settlement } of ended) {
    const { delivery } = claim
    report(delivery, settlement, held.has(delivery.id), context)
    if (held.has(delivery.id) && settlement.state === 'sent')
      await afterSending(delivery, settlement, pins, context)
  }
  return answer
}

/** Redirects or reports what is given up, in the transaction that gives it up. */
const tellElsewhere = async (
  scope: Scope,
  ended: readonly Ended[],
  { platforms, clock }: JobContext,
): Promise<void> => {
  const givenUp = ended.flatMap(({ claim, settlement }) =>
    settlement.state === 'skipped' ? [{ delivery: claim.delivery, reason: settlement.reason }] : [],
  )
  if (givenUp.length === 0) return
  const region = await loadRegion(scope)
  const running = new Set(platforms.keys())
  for (const { delivery, reason } of givenUp)
    await redirectOrReport(scope, region, delivery, reason, running, clock.now())
}

type Pins = ReadonlyMap<string, Awaited<ReturnType<typeof sentBefore>>>

/** Finds the posts to unpin, by the delivery that replaces each. */
const pinsBefore = async (scope: Scope, ended: readonly Ended[]): Promise<Pins> => {
  const pins = new Map<string, Awaited<ReturnType<typeof sentBefore>>>()
  for (const { claim, settlement } of ended)
    if (settlement.state === 'sent' && knownMessage(claim.delivery.kind)?.pinned)
      pins.set(claim.delivery.id, await sentBefore(scope, claim.delivery))
  return pins
}

/** Pins a post or opens its thread. Best effort: a failure is logged and not retried. */
const afterSending = async (
  delivery: Delivery,
  { channel, message }: Extract<Settlement, { state: 'sent' }>,
  pins: Pins,
  { platforms, database, log }: JobContext,
): Promise<void> => {
  const { pinned, threadName } = messageHandler(delivery.kind)
  const platform = platforms.get(delivery.platform)
  if (!platform || !(pinned || threadName)) return
  const here = { platform: delivery.platform, workspace: delivery.workspace }
  const before = pins.get(delivery.id)
  const name = threadName
    ? await database.inRegion(delivery.regionId, async (scope) =>
        threadName(scope, await loadRegion(scope), delivery),
      )
    : undefined
  const done = pinned
    ? await platform.pin({ ...here, channel, message }, before && { ...here, ...before })
    : await platform.openThread({ ...here, channel, message }, name ?? '')
  if (!done.ok) log.warn({ delivery: delivery.id, failure: done.failure }, 'not pinned, or no thread opened')
}

const report = (
  delivery: Delivery,
  settlement: Settlement,
  held: boolean,
  { log, watch }: JobContext,
): void => {
  if (held) watch.tried(attemptMetrics(delivery, settlement))
  const facts = { delivery: delivery.id, kind: delivery.kind, state: settlement.state }
  if (!held) log.warn(facts, 'an attempt ended after its claim had run out')
  else if (settlement.state === 'sent') log.debug(facts, 'delivered')
  else log.info({ ...facts, reason: settlement.reason }, 'not delivered now')
}
