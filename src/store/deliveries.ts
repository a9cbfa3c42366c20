import { and, asc, desc, eq, inArray, lte, min, ne, sql } from 'drizzle-orm'
import type { Gate, Scope } from './database.ts'
import type { DueRow } from './reminders.ts'
import { deliveries, type Told } from './schema/deliveries.ts'
import { restores } from './schema/restores.ts'

export type { Told } from './schema/deliveries.ts'
export type Delivery = typeof deliveries.$inferSelect

export type NewDelivery = {
  key: string
  kind: string
  subject: string
  readerId?: string
  place: { platform: Delivery['platform']; workspace: string } & ({ channel: string } | { user: string })
  dueAt: Temporal.Instant
}

/** So long after a restore a message may be one that went out between the backup and the loss. */
const RESTORE_SHADOW = Temporal.Duration.from({ hours: 24 * 7 })

/** Adds to the outbox, in the transaction of the decision that made it. The same purpose twice is once. */
export const addDeliveries = async (scope: Scope, wanted: readonly NewDelivery[]): Promise<void> => {
  if (wanted.length === 0) return
  const restored = await scope.tx.select().from(restores)
  const perhapsSent = (dueAt: Temporal.Instant) => {
    const last = restored.find(
      ({ restoredAt }) => Temporal.Instant.compare(restoredAt.add(RESTORE_SHADOW), dueAt) > 0,
    )
    return last && { state: 'sending' as const, firstTriedAt: last.madeAt }
  }
  const rows = wanted.map(({ place, dueAt, ...rest }) => ({
    regionId: scope.regionId,
    ...rest,
    platform: place.platform,
    workspace: place.workspace,
    ...('channel' in place ? { channel: place.channel } : { account: place.user }),
    plannedFor: dueAt,
    dueAt,
    ...perhapsSent(dueAt),
  }))
  await scope.tx.insert(deliveries).values(rows).onConflictDoNothing()
}

/** Skipped since those who read there may not see it. */
const WITHHELD = 'withheld'

/** Longer than the slowest platform call may take. */
const LEASE = Temporal.Duration.from({ seconds: 60 })

export type Claim = { delivery: Delivery; mayHaveBeenSent: boolean }

/**
 * Takes a due delivery for one attempt; nobody else gets it until the lease ends. When the row still says `sending`,
 * an earlier attempt ended without a known result: the message may be out already.
 */
export const claimDelivery = async (
  scope: Scope,
  id: string,
  now: Temporal.Instant,
): Promise<Claim | undefined> => {
  const [due] = await scope.tx
    .select()
    .from(deliveries)
    .where(
      and(
        eq(deliveries.id, id),
        inArray(deliveries.state, ['waiting', 'sending']),
        lte(deliveries.dueAt, now),
      ),
    )
    .for('update', { skipLocked: true })
  if (!due) return undefined
  const claimed = {
    state: 'sending' as const,
    attempts: due.attempts + 1,
    dueAt: now.add(LEASE),
    firstTriedAt: due.firstTriedAt ?? now,
  }
  await scope.tx.update(deliveries).set(claimed).where(eq(deliveries.id, id))
  return { delivery: { ...due, ...claimed }, mayHaveBeenSent: due.state === 'sending' }
}

/** How one attempt ended. Only the attempt that holds the claim may settle it. */
export type Settlement =
  | { state: 'sent'; at: Temporal.Instant; channel: string; message: string; told: Told }
  | { state: 'skipped'; reason: string }
  /** Certainly not sent: try again then. */
  | { state: 'waiting'; dueAt: Temporal.Instant; reason: string }
  /** Perhaps sent: look at the platform then, before sending. */
  | { state: 'sending'; dueAt: Temporal.Instant; reason: string }

export const settleDelivery = async (
  scope: Scope,
  claim: Claim,
  settlement: Settlement,
): Promise<boolean> => {
  const { delivery } = claim
  const settled = await scope.tx
    .update(deliveries)
    .set(settledColumns(settlement))
    .where(
      and(
        eq(deliveries.id, delivery.id),
        eq(deliveries.state, 'sending'),
        eq(deliveries.attempts, delivery.attempts),
      ),
    )
    .returning({ id: deliveries.id })
  return settled.length > 0
}

const settledColumns = (settlement: Settlement) => {
  switch (settlement.state) {
    case 'sent':
      return {
        state: settlement.state,
        sentAt: settlement.at,
        sentChannel: settlement.channel,
        sentMessage: settlement.message,
        told: settlement.told,
        reason: null,
      }
    case 'skipped':
      return { state: settlement.state, reason: settlement.reason }
    case 'waiting':
    case 'sending':
      return { state: settlement.state, dueAt: settlement.dueAt, reason: settlement.reason }
    default:
      return settlement satisfies never
  }
}

/** Oldest first, at most `limit`, from an index on what is not out yet. */
export const dueDeliveries = (gate: Gate, now: Temporal.Instant, limit: number): Promise<DueRow[]> =>
  gate.tx
    .select({ regionId: deliveries.regionId, id: deliveries.id })
    .from(deliveries)
    .where(and(inArray(deliveries.state, ['waiting', 'sending']), lte(deliveries.dueAt, now)))
    .orderBy(asc(deliveries.dueAt))
    .limit(limit)

export const nextDeliveryAt = async (gate: Gate): Promise<Temporal.Instant | undefined> => {
  const [row] = await gate.tx
    .select({ at: min(deliveries.dueAt) })
    .from(deliveries)
    .where(inArray(deliveries.state, ['waiting', 'sending']))
  return row?.at ?? undefined
}

export type DeliveryCounts = { planned: number; sent: number; skipped: number; late: number }

/** What was promised and what became of it. `late`: planned before `before`, and neither sent nor skipped. */
export const countDeliveries = async (scope: Scope, before: Temporal.Instant): Promise<DeliveryCounts> => {
  const [row] = await scope.tx
    .select({
      planned: sql<number>`count(*)::int`,
      sent: sql<number>`count(*) filter (where state = 'sent')::int`,
      skipped: sql<number>`count(*) filter (where state = 'skipped')::int`,
      late: sql<number>`count(*) filter (where state in ('waiting', 'sending') and planned_for < ${before.toString()})::int`,
    })
    .from(deliveries)
  return row ?? { planned: 0, sent: 0, skipped: 0, late: 0 }
}

/** Messages of a kind and subject that are out, with where they stand. */
export const sentDeliveries = (scope: Scope, kind: string, subject: string): Promise<Delivery[]> =>
  scope.tx
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.kind, kind), eq(deliveries.subject, subject), eq(deliveries.state, 'sent')))

/** Of these subjects, those of which a message of the kind was withheld from the place it was meant for. */
export const withheldSubjects = async (
  scope: Scope,
  kind: string,
  subjects: readonly string[],
): Promise<string[]> => {
  if (subjects.length === 0) return []
  const rows = await scope.tx
    .selectDistinct({ subject: deliveries.subject })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.kind, kind),
        eq(deliveries.state, 'skipped'),
        eq(deliveries.reason, WITHHELD),
        inArray(deliveries.subject, [...subjects]),
      ),
    )
  return rows.map(({ subject }) => subject)
}

/** The last message of the same kind that went to the same channel before this one. */
export const sentBefore = async (
  scope: Scope,
  { id, kind, platform, workspace, channel }: Delivery,
): Promise<{ channel: string; message: string } | undefined> => {
  if (channel === null) return undefined
  const [row] = await scope.tx
    .select({ channel: deliveries.sentChannel, message: deliveries.sentMessage })
    .from(deliveries)
    .where(
      and(
        ne(deliveries.id, id),
        eq(deliveries.kind, kind),
        eq(deliveries.platform, platform),
        eq(deliveries.workspace, workspace),
        eq(deliveries.channel, channel),
        eq(deliveries.state, 'sent'),
      ),
    )
    .orderBy(desc(deliveries.sentAt))
    .limit(1)
  return row?.channel && row.message ? { channel: row.channel, message: row.message } : undefined
}

/** Has messages that were withheld tried again now; returns how many. */
export const reopenDeliveries = async (
  scope: Scope,
  withheld: { kind: string; subject: string; reason: string },
  now: Temporal.Instant,
): Promise<number> => {
  const reopened = await scope.tx
    .update(deliveries)
    .set({ state: 'waiting', dueAt: now })
    .where(
      and(
        eq(deliveries.kind, withheld.kind),
        eq(deliveries.subject, withheld.subject),
        eq(deliveries.state, 'skipped'),
        eq(deliveries.reason, withheld.reason),
      ),
    )
    .returning({ id: deliveries.id })
  return reopened.length
}
