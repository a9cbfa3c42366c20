import { and, count, desc, eq, gt, inArray, lte, min, ne, sql } from 'drizzle-orm'
import type { About } from '../../domain/delivery/notice.ts'
import type { Gate, Scope } from '../engine/database.ts'
import { restores } from '../keeping/tables.ts'
import { isOverdue } from './late-deliveries.ts'
import { deliveries } from './tables.ts'

export type { Told } from './tables.ts'
export type Delivery = typeof deliveries.$inferSelect

export type NewDelivery = About & {
  key: string
  readerId?: string | undefined
  place: { platform: Delivery['platform']; workspace: string } & ({ channel: string } | { user: string })
  dueAt: Temporal.Instant
}

/** How long after a restore a message may be a duplicate of one sent between the backup and the loss. */
const RESTORE_SHADOW = Temporal.Duration.from({ hours: 24 * 7 })

/** Adds to the outbox, in the deciding transaction. Idempotent by `key`. */
export const addDeliveries = async (scope: Scope, wanted: readonly NewDelivery[]): Promise<void> => {
  if (wanted.length === 0) return
  scope.outbox.isWritten = true
  const restored = await scope.tx.select().from(restores)
  const perhapsSent = (dueAt: Temporal.Instant) => {
    const last = restored.find(
      ({ restoredAt }) => Temporal.Instant.compare(restoredAt.add(RESTORE_SHADOW), dueAt) > 0,
    )
    return last && { state: 'sending', first_tried_at: last.madeAt }
  }
  const rows = wanted.map(({ key, kind, subject, readerId, place, dueAt }) => ({
    key,
    kind,
    subject,
    reader_id: readerId,
    platform: place.platform,
    workspace: place.workspace,
    channel: 'channel' in place ? place.channel : undefined,
    account: 'user' in place ? place.user : undefined,
    due_at: dueAt,
    state: 'waiting',
    ...perhapsSent(dueAt),
  }))
  // A morning has hundreds: one JSON parameter costs a tenth of a parameter for each column of each row.
  await scope.tx.execute(sql`
    insert into ${deliveries} (region_id, key, kind, subject, reader_id, platform, workspace, channel, account,
      planned_for, due_at, state, first_tried_at)
    select ${scope.regionId}, key, kind, subject, reader_id, platform, workspace, channel, account,
      due_at, due_at, state, first_tried_at
    from json_to_recordset(${JSON.stringify(rows)}) as r(key text, kind text, subject text, reader_id text,
      platform text, workspace text, channel text, account text, due_at timestamptz, state text, first_tried_at timestamptz)
    on conflict do nothing`)
}

/** Skipped because the place's audience may not see it. */
const WITHHELD = 'withheld'

/** Where messages share a platform's limits. */
export type Where = Pick<Delivery, 'platform' | 'workspace'>

/** The predicate of the partial index on what is not out, literally, so that a generic plan can use the index. */
const IS_NOT_OUT = sql`${deliveries.state} in ('waiting', 'sending')`
export const isDue = (now: Temporal.Instant) => and(IS_NOT_OUT, lte(deliveries.dueAt, now))
export const isUrgent = (kinds: readonly string[]) =>
  sql<boolean>`${deliveries.kind} = any(${sql.param([...kinds])}::text[])`

export type DueGroup = Where & { regionId: string; isUrgent: boolean; count: number }

/** Counts what is due by region and workspace, urgent first, then oldest; from the index on what is not out. */
export const dueDeliveries = (
  { tx }: Pick<Gate | Scope, 'tx'>,
  now: Temporal.Instant,
  urgentKinds: readonly string[],
): Promise<DueGroup[]> => {
  const { regionId, platform, workspace } = deliveries
  const due = tx
    .select({
      regionId,
      platform,
      workspace,
      dueAt: deliveries.dueAt,
      isUrgent: isUrgent(urgentKinds).as('is_urgent'),
    })
    .from(deliveries)
    .where(isDue(now))
    .as('due')
  const group = {
    regionId: due.regionId,
    platform: due.platform,
    workspace: due.workspace,
    isUrgent: due.isUrgent,
  }
  return tx
    .select({ ...group, count: count() })
    .from(due)
    .groupBy(...Object.values(group))
    .orderBy(desc(due.isUrgent), min(due.dueAt))
}

/** Finds when the next message is due, or its rate-limit bucket opens if that is later. */
export const nextDeliveryAt = async (
  gate: Gate,
  urgentKinds: readonly string[],
): Promise<Temporal.Instant | undefined> => {
  const { rows } = await gate.tx.execute<{ at: string | null }>(sql`
    select to_json(min(greatest(g.due_at, p.opens_at)))#>>'{}' as at
    from (
      select platform, workspace, ${isUrgent(urgentKinds)} as is_urgent, min(due_at) as due_at
      from ${deliveries} where ${IS_NOT_OUT} group by 1, 2, 3
    ) g
    left join paces p on p.lane in (g.platform, g.platform || ' ' || g.workspace)
      and p.taken >= p.most + case when g.is_urgent then p.spare else 0 end`)
  const at = rows[0]?.at
  return at ? Temporal.Instant.from(at) : undefined
}

/** Finds when the region's next message is due; `after`: only those due later than that. */
export const nextDue = async (
  scope: Scope,
  after: Temporal.Instant | undefined,
): Promise<Temporal.Instant | undefined> => {
  const [row] = await scope.tx
    .select({ at: min(deliveries.dueAt) })
    .from(deliveries)
    .where(and(IS_NOT_OUT, after && gt(deliveries.dueAt, after)))
  return row?.at ?? undefined
}

export type DeliveryCounts = { planned: number; sent: number; skipped: number; late: number }

/** Counts deliveries by state. `late`: due, and neither sent nor skipped. */
export const countDeliveries = async (scope: Scope, now: Temporal.Instant): Promise<DeliveryCounts> => {
  const [row] = await scope.tx
    .select({
      planned: sql<number>`count(*)::int`,
      sent: sql<number>`count(*) filter (where state = 'sent')::int`,
      skipped: sql<number>`count(*) filter (where state = 'skipped')::int`,
      late: sql<number>`count(*) filter (where ${isOverdue(now)})::int`,
    })
    .from(deliveries)
  return row ?? { planned: 0, sent: 0, skipped: 0, late: 0 }
}

/** Lists sent messages about a subject, with their places. */
export const sentDeliveries = (scope: Scope, { kind, subject }: About): Promise<Delivery[]> =>
  scope.tx
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.kind, kind), eq(deliveries.subject, subject), eq(deliveries.state, 'sent')))

/** Filters the subjects that have a withheld message. */
export const withheldSubjects = async (scope: Scope, subjects: readonly About[]): Promise<string[]> => {
  const [first] = subjects
  if (!first) return []
  const rows = await scope.tx
    .selectDistinct({ subject: deliveries.subject })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.kind, first.kind),
        eq(deliveries.state, 'skipped'),
        eq(deliveries.reason, WITHHELD),
        inArray(
          deliveries.subject,
          subjects.map(({ subject }) => subject),
        ),
      ),
    )
  return rows.map(({ subject }) => subject)
}

/** Finds the last message of the same kind sent to the same channel before this one. */
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

/** Makes withheld messages due again now; returns how many. */
export const reopenDeliveries = async (
  scope: Scope,
  { kind, subject }: About,
  now: Temporal.Instant,
): Promise<number> => {
  scope.outbox.isWritten = true
  const reopened = await scope.tx
    .update(deliveries)
    .set({ state: 'waiting', dueAt: now })
    .where(
      and(
        eq(deliveries.kind, kind),
        eq(deliveries.subject, subject),
        eq(deliveries.state, 'skipped'),
        eq(deliveries.reason, WITHHELD),
      ),
    )
    .returning({ id: deliveries.id })
  return reopened.length
}
