import { z } from 'zod'
import type { Failure, Place, Platform } from '../bot/port.ts'
import { textIn } from '../cards/region-text.ts'
import { isWithinOfficeHours, nextOfficeInstant } from '../domain/calendar/working-calendar.ts'
import { calendarOf } from '../domain/region/calendar.ts'
import { languageIn } from '../domain/region/language.ts'
import type { Region } from '../domain/region/region.ts'
import {
  type Claim,
  claimDelivery,
  type Delivery,
  type Settlement,
  sentBefore,
  settleDelivery,
} from '../store/deliveries.ts'
import { loadRegion } from '../store/regions.ts'
import { type JobContext, type JobResult, job } from './job.ts'
import type { Message } from './messages/message-kind.ts'
import { messageKind } from './messages/registry.ts'

/** One attempt to send one message: claim, check that it is still worth saying, look, send, settle. */
export const deliver = job({
  id: 'deliver',
  payload: z.object({ region: z.string(), id: z.uuid() }),
  atOnce: 8,
  run: async ({ region: regionId, id }, context) => {
    const { database, clock } = context
    const claimed = await database.inRegion(regionId, async (scope) => {
      const claim = await claimDelivery(scope, id, clock.now())
      return claim && { claim, region: await loadRegion(scope) }
    })
    if (!claimed) return { result: 'skipped', reason: 'not due, or somebody else has it' }
    const settlement = await attempt(claimed.claim, claimed.region, context)
    const held = await database.inRegion(regionId, (scope) =>
      settleDelivery(scope, claimed.claim, settlement),
    )
    report(claimed.claim.delivery, settlement, held, context)
    if (held && settlement.state === 'sent')
      await afterSending(claimed.claim.delivery, settlement, regionId, context)
    return resultOf(settlement)
  },
})

const attempt = async (claim: Claim, region: Region, context: JobContext): Promise<Settlement> => {
  const { delivery } = claim
  const now = context.clock.now()
  const platform = context.platforms.get(delivery.platform)
  const state = claim.mayHaveBeenSent ? 'sending' : 'waiting'
  if (!platform) return { ...later(now, delivery, 'platform-not-running'), state }
  const place = placeOf(delivery)
  if (claim.mayHaveBeenSent) {
    const since = (delivery.firstTriedAt ?? now).subtract({ minutes: 1 })
    const found = await platform.find(place, delivery.key, since)
    if (!found.ok)
      return { state: 'sending', dueAt: now.add({ seconds: 30 }), reason: `look: ${found.failure}` }
    if (found.message) return sent(now, found.message, undefined)
  }
  const kind = messageKind(delivery.kind)
  const calendar = calendarOf(region)
  if (!kind.outOfHours && !isWithinOfficeHours(calendar, now)) {
    const opens = nextOfficeInstant(calendar, now)
    return opens
      ? { state: 'waiting', dueAt: opens, reason: 'out-of-hours' }
      : { state: 'skipped', reason: 'never-open' }
  }
  const message = await composeMessage(delivery, region, platform, context)
  if ('failure' in message) return settlementOf(message, now, delivery)
  if (!message.ok) return { state: 'skipped', reason: message.reason }
  if (message.replaces) {
    const { workspace } = delivery
    const updated = await platform.update(
      { platform: platform.name, workspace, ...message.replaces },
      message.card,
    )
    return updated.ok ? sent(now, message.replaces, message.told) : settlementOf(updated, now, delivery)
  }
  const posted = await platform.post(place, message.card, delivery.key)
  return posted.ok ? sent(now, posted.message, message.told) : settlementOf(posted, now, delivery)
}

const composeMessage = async (
  delivery: Delivery,
  region: Region,
  platform: Platform,
  { database, clock, platforms }: JobContext,
): Promise<Message | Failure> => {
  const kind = messageKind(delivery.kind)
  const seen = kind.needsAudience ? await platform.audience(placeOf(delivery)) : undefined
  // Where the platform will not say who reads there, the message decides without knowing.
  if (seen && !seen.ok && seen.failure !== 'refused') return seen
  const now = clock.now()
  const reader = region.members.find(({ id }) => id === delivery.readerId)
  const language = reader?.language ?? languageIn(region, delivery)
  return database.inRegion(region.id, (scope) =>
    kind.compose({
      scope,
      region,
      delivery,
      now,
      today: now.toZonedDateTimeISO(region.timeZone).toPlainDate(),
      language,
      text: textIn(region, language),
      running: new Set(platforms.keys()),
      audience: seen?.ok ? seen.audience : undefined,
    }),
  )
}

/** What makes a post easier to find. It is no promise: where it cannot be done the log says so. */
const afterSending = async (
  delivery: Delivery,
  { channel, message }: Extract<Settlement, { state: 'sent' }>,
  regionId: string,
  { platforms, database, log }: JobContext,
): Promise<void> => {
  const { pinned, threadName } = messageKind(delivery.kind)
  const platform = platforms.get(delivery.platform)
  if (!platform || !(pinned || threadName)) return
  const here = { platform: delivery.platform, workspace: delivery.workspace }
  const { before, name } = await database.inRegion(regionId, async (scope) => ({
    before: pinned ? await sentBefore(scope, delivery) : undefined,
    name: await threadName?.(scope, await loadRegion(scope), delivery),
  }))
  const done = pinned
    ? await platform.pin({ ...here, channel, message }, before && { ...here, ...before })
    : await platform.openThread({ ...here, channel, message }, name ?? '')
  if (!done.ok) log.warn({ delivery: delivery.id, failure: done.failure }, 'not pinned, or no thread opened')
}

const placeOf = ({ platform, workspace, channel, account }: Delivery): Place => {
  if (channel !== null) return { platform, workspace, channel }
  if (account !== null) return { platform, workspace, user: account }
  throw new Error('a delivery without a place')
}

const NOTHING_TOLD = { monitoring: 0, summary: 0, meeting: 0, followUp: 0, renewal: 0 }

const sent = (
  at: Temporal.Instant,
  message: { channel: string; message: string },
  told: Partial<typeof NOTHING_TOLD> | undefined,
): Settlement => ({ state: 'sent', at, ...message, told: { ...NOTHING_TOLD, ...told } })

/** Each try waits twice as long as the one before, from 5 seconds up to 10 minutes. */
const later = (
  now: Temporal.Instant,
  { attempts }: Delivery,
  reason: string,
): Extract<Settlement, { state: 'waiting' }> => ({
  state: 'waiting',
  dueAt: now.add({ seconds: Math.min(600, 5 * 2 ** Math.min(attempts, 10)) }),
  reason,
})

const settlementOf = (failure: Failure, now: Temporal.Instant, delivery: Delivery): Settlement => {
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

const report = (delivery: Delivery, settlement: Settlement, held: boolean, { log }: JobContext): void => {
  const facts = { delivery: delivery.id, kind: delivery.kind, state: settlement.state }
  if (!held) log.warn(facts, 'an attempt ended after its claim had run out')
  else if (settlement.state === 'sent') log.debug(facts, 'delivered')
  else log.info({ ...facts, reason: settlement.reason }, 'not delivered now')
}

const resultOf = (settlement: Settlement): JobResult => {
  switch (settlement.state) {
    case 'sent':
      return { result: 'done' }
    case 'skipped':
      return { result: 'skipped', reason: settlement.reason }
    case 'waiting':
    case 'sending':
      return { result: 'again', at: settlement.dueAt }
    default:
      return settlement satisfies never
  }
}
