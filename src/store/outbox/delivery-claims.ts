import { and, asc, desc, eq, getTableColumns, sql } from 'drizzle-orm'
import type { Scope } from '../engine/database.ts'
import { type Delivery, isDue, isUrgent, type Where } from './deliveries.ts'
import { deliveries, type Told } from './tables.ts'

/** Lease of a claim: longer than the timeout of the slowest platform call. */
const LEASE = Temporal.Duration.from({ seconds: 60 })

export type Claim = { delivery: Delivery; mayHaveBeenSent: boolean }

/**
 * Claims due deliveries of a workspace for one attempt each, with a lease: at most `limit`, `urgentKinds` first, then
 * oldest. A row that was still `sending` had an attempt with an unknown result: the message may be out already.
 */
export const claimDeliveries = async (
  scope: Scope,
  { platform, workspace }: Where,
  limit: number,
  urgentKinds: readonly string[],
  now: Temporal.Instant,
): Promise<Claim[]> => {
  const due = scope.tx.$with('due').as(
    scope.tx
      .select({ id: deliveries.id, was: sql<Delivery['state']>`${deliveries.state}`.as('was') })
      .from(deliveries)
      .where(and(isDue(now), eq(deliveries.platform, platform), eq(deliveries.workspace, workspace)))
      .orderBy(desc(isUrgent(urgentKinds)), asc(deliveries.dueAt))
      .limit(limit)
      .for('update', { skipLocked: true }),
  )
  const claimed = await scope.tx
    .with(due)
    .update(deliveries)
    .set({
      state: 'sending',
      attempts: sql`${deliveries.attempts} + 1`,
      dueAt: now.add(LEASE),
      firstTriedAt: sql`coalesce(${deliveries.firstTriedAt}, ${now.toString()})`,
    })
    .from(due)
    .where(eq(deliveries.id, due.id))
    .returning({ delivery: getTableColumns(deliveries), was: due.was })
  const urgent = new Set(urgentKinds)
  return claimed
    .map(({ delivery, was }) => ({ delivery, mayHaveBeenSent: was === 'sending' }))
    .toSorted(
      ({ delivery: one }, { delivery: other }) =>
        Number(urgent.has(other.kind)) - Number(urgent.has(one.kind)) ||
        Temporal.Instant.compare(one.plannedFor, other.plannedFor),
    )
}

/** The outcome of an attempt. Only the holder of the claim may settle it. */
export type Settlement =
  | { state: 'sent'; at: Temporal.Instant; channel: string; message: string; told: Told }
  | { state: 'skipped'; reason: string }
  /** Certainly not sent: retry at `dueAt`. `failed`: counts for the backoff; `putOff`: postponed to office hours. */
  | { state: 'waiting'; dueAt: Temporal.Instant; reason: string; failed?: true; putOff?: boolean }
  /** Perhaps sent: at `dueAt` look it up at the platform before a retry. */
  | { state: 'sending'; dueAt: Temporal.Instant; reason: string }

/** Settles attempts by compare-and-set on the claim; returns the ids of those that still held it. */
export const settleDeliveries = async (
  scope: Scope,
  ended: readonly { claim: Claim; settlement: Settlement }[],
  now: Temporal.Instant,
): Promise<Set<string>> => {
  const rows = ended.map(({ claim: { delivery }, settlement }) => ({
    id: delivery.id,
    attempts: delivery.attempts,
    ...settledColumns(settlement, now),
  }))
  const { rows: settled } = await scope.tx.execute<{ id: string }>(sql`
    update ${deliveries} d set
      state = e.state, reason = e.reason, due_at = coalesce(e.due_at, d.due_at),
      sent_at = e.sent_at, sent_channel = e.sent_channel, sent_message = e.sent_message, told = e.told,
      failures = d.failures + coalesce(e.failed, false)::int, skipped_at = e.skipped_at,
      put_off_to = coalesce(e.put_off_to, d.put_off_to)
    from json_to_recordset(${JSON.stringify(rows)}) as e(id uuid, attempts smallint, state text, reason text,
      failed boolean, put_off_to timestamptz, skipped_at timestamptz, due_at timestamptz, sent_at timestamptz, sent_channel text, sent_message text, told jsonb)
    where d.id = e.id and d.state = 'sending' and d.attempts = e.attempts
    returning d.id`)
  return new Set(settled.map(({ id }) => id))
}

const settledColumns = (settlement: Settlement, now: Temporal.Instant) => {
  switch (settlement.state) {
    case 'sent':
      return {
        state: settlement.state,
        sent_at: settlement.at,
        sent_channel: settlement.channel,
        sent_message: settlement.message,
        told: settlement.told,
      }
    case 'skipped':
      return { state: settlement.state, reason: settlement.reason, skipped_at: now }
    case 'waiting':
      return {
        state: settlement.state,
        due_at: settlement.dueAt,
        reason: settlement.reason,
        failed: settlement.failed,
        put_off_to: settlement.putOff ? settlement.dueAt : undefined,
      }
    case 'sending':
      return { state: settlement.state, due_at: settlement.dueAt, reason: settlement.reason }
    default:
      return settlement satisfies never
  }
}
