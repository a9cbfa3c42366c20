import { z } from 'zod'
import type { Place } from '../bot/port.ts'
import { isWithinOfficeHours, nextOfficeInstant } from '../domain/calendar/working-calendar.ts'
import { hasLeft } from '../domain/region/accounts.ts'
import { calendarOf } from '../domain/region/calendar.ts'
import type { Region } from '../domain/region/region.ts'
import { inPart } from '../observability/span.ts'
import { type Delivery, nextDue } from '../store/outbox/deliveries.ts'
import type { Claim, Settlement } from '../store/outbox/delivery-claims.ts'
import { type Clear, type Composed, composeMessages, type Failed } from './compose-messages.ts'
import { type JobContext, job } from './job.ts'
import { messageHandler } from './notices/list.ts'
import { claimWithRoom, earliest, type RateLimits, rateLimits, waits } from './rate-limits.ts'
import { type Ended, isFailed, later, sent, settlementBatch, settlementOf } from './settlement.ts'

/** Batch size: how many of a region's messages one job claims and composes at once. */
export const BATCH = 100
/** How many calls to platforms a job has in flight. */
const CONCURRENT = 16
/** Timeout from the claim to the send: what was read must not be stale, and the lease must still hold. */
const LEAVES_WITHIN = Temporal.Duration.from({ seconds: 20 })

/** Attempts a batch of a region's due messages once each: claim, check, compose, send, settle. */
export const deliver = job({
  // Not `deliver`: workers of older versions, which take messages one by one, listen on that queue.
  id: 'deliver-due',
  payload: z.object({ region: z.string() }),
  atOnce: 8,
  run: async ({ region: regionId }, context) => {
    const { clock } = context
    const claimedAt = clock.now()
    const { due, go, wait, region, opensAt } = await claimWithRoom(regionId, BATCH, claimedAt, context)
    if (!region)
      return opensAt
        ? { result: 'again', at: opensAt }
        : { result: 'skipped', reason: due > 0 ? 'somebody else has it' : 'nothing is due' }
    const settling = settlementBatch(regionId, context)
    const limits = rateLimits(context)
    await settling.take(wait)
    const clear: Clear[] = []
    for (const wave of wavesOf(go)) {
      const looked = await Promise.all(
        wave.map((claim) => failingAlone(claim, () => look(claim, region, limits, context))),
      )
      clear.push(...looked.filter(isClear))
      await settling.take(looked.filter((one): one is Ended | Failed => !isClear(one)))
    }
    const leavesBy = claimedAt.add(LEAVES_WITHIN)
    for (const wave of wavesOf(await composeMessages(clear, region, context)))
      await settling.take(
        await Promise.all(
          wave.map((one) => failingAlone(one.claim, () => send(one, leavesBy, limits, context))),
        ),
      )
    // Look again: messages planned meanwhile were deduplicated against this job, so no other job was queued for them.
    const { failed, next } = await settling.end((scope) => nextDue(scope, opensAt && claimedAt))
    if (failed.length > 0) throw failureOf(failed)
    const at = earliest(opensAt, next)
    return at ? { result: 'again', at } : { result: 'done' }
  },
})

const wavesOf = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / CONCURRENT) }, (_, at) =>
    items.slice(at * CONCURRENT, (at + 1) * CONCURRENT),
  )

/** Isolates a failure: the other messages go on; this one's lease runs out, and the next attempt looks it up. */
const failingAlone = <Step>(claim: Claim, attempt: () => Promise<Step>): Promise<Step | Failed> =>
  inPart('attempt', { 'tsunagi.delivery': claim.delivery.id }, attempt).catch((error: unknown) => ({
    claim,
    error,
  }))

const isClear = <Step extends object>(step: Step): step is Step & Clear => 'platform' in step

const failureOf = (failed: readonly Failed[]): Error =>
  new AggregateError(
    failed.map(({ error }) => error),
    `deliveries ${failed.map(({ claim }) => claim.delivery.id).join(', ')}`,
  )

/** Checks whether a claimed message may be sent now; else returns how the attempt ends. */
const look = async (
  claim: Claim,
  region: Region,
  limits: RateLimits,
  context: JobContext,
): Promise<Clear | Ended> => {
  const { delivery } = claim
  const now = context.clock.now()
  const ended = (settlement: Settlement): Ended => ({ claim, settlement })
  if (hasLeft(region, delivery)) return ended(whereLeft(claim, now))
  const platform = context.platforms.get(delivery.platform)
  const state = claim.mayHaveBeenSent ? 'sending' : 'waiting'
  if (!platform) return ended({ ...later(now, delivery, 'platform-not-running'), state })
  const place = placeOf(delivery)
  const closedUntil = limits.closedUntil(claim, true)
  if (closedUntil) return waits(claim, closedUntil, 'rate-limited')
  if (claim.mayHaveBeenSent) {
    const since = (delivery.firstTriedAt ?? now).subtract({ minutes: 1 })
    const found = await platform.find(place, delivery.key, since)
    if (!found.ok) {
      await limits.noteRateLimit(claim, found, true)
      return waits(claim, now.add({ seconds: LOOKS_AGAIN_SECONDS }), `look: ${found.failure}`)
    }
    if (found.message) return ended(sent(now, found.message, undefined))
  }
  const { hours, readers } = messageHandler(delivery.kind)
  const calendar = calendarOf(region)
  if (hours === 'office' && !isWithinOfficeHours(calendar, now)) {
    const opens = nextOfficeInstant(calendar, now)
    // Put off only what was planned outside office hours: what was planned within them is late, whenever it goes.
    const putOff = !isWithinOfficeHours(calendar, delivery.plannedFor)
    return ended(
      opens
        ? { state: 'waiting', dueAt: opens, reason: 'out-of-hours', putOff }
        : { state: 'skipped', reason: 'never-open' },
    )
  }
  const seen = readers === 'checked' ? await platform.audience(place) : undefined
  // Go on without an audience where the platform refuses to list it: the message decides without knowing.
  if (seen && !seen.ok && seen.failure !== 'refused') {
    await limits.noteRateLimit(claim, seen, true)
    return ended(settlementOf(seen, now, delivery))
  }
  return { claim, platform, audience: seen?.ok ? seen.audience : undefined }
}

const LOOKS_AGAIN_SECONDS = 30

/** Grace period of a post whose workspace removed the bot. */
const POST_WAITS = Temporal.Duration.from({ hours: 24 })

/**
 * Settles a message to a workspace that removed the bot. A post is retried during the grace period; a direct message is
 * redirected, unless an earlier attempt may have sent it: nobody can look it up now.
 */
const whereLeft = ({ delivery, mayHaveBeenSent }: Claim, now: Temporal.Instant): Settlement => {
  const waits = Temporal.Instant.compare(now, delivery.plannedFor.add(POST_WAITS)) < 0
  if (delivery.channel !== null && waits)
    return { state: 'waiting', dueAt: now.add({ hours: 1 }), reason: 'workspace-left' }
  return { state: 'skipped', reason: mayHaveBeenSent ? 'answer-lost' : 'workspace-left' }
}

const send = async (
  one: Composed | Failed,
  leavesBy: Temporal.Instant,
  limits: RateLimits,
  { clock }: JobContext,
): Promise<Ended | Failed> => {
  if (isFailed(one)) return one
  const { claim, platform, message } = one
  const { delivery } = claim
  const now = clock.now()
  const ended = (settlement: Settlement): Ended => ({ claim, settlement })
  if (!message.ok) return ended({ state: 'skipped', reason: message.reason })
  if (Temporal.Instant.compare(now, leavesBy) > 0)
    return ended({ state: 'waiting', dueAt: now, reason: 'made-too-long-ago' })
  const closedUntil = limits.closedUntil(claim, false)
  if (closedUntil) return waits(claim, closedUntil, 'rate-limited', 'waiting')
  if (message.replaces) {
    const here = { platform: platform.name, workspace: delivery.workspace }
    const updated = await platform.update({ ...here, ...message.replaces }, message.card)
    if (!updated.ok) await limits.noteRateLimit(claim, updated, true)
    return ended(
      updated.ok ? sent(now, message.replaces, message.told) : settlementOf(updated, now, delivery),
    )
  }
  const posted = await platform.post(placeOf(delivery), message.card, delivery.key)
  if (!posted.ok) await limits.noteRateLimit(claim, posted, false)
  return ended(posted.ok ? sent(now, posted.message, message.told) : settlementOf(posted, now, delivery))
}

const placeOf = ({ platform, workspace, channel, account }: Delivery): Place => {
  if (channel !== null) return { platform, workspace, channel }
  if (account !== null) return { platform, workspace, user: account }
  throw new Error('a delivery without a place')
}
