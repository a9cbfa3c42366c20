import { and, desc, eq, gt, gte, inArray, max, type SQL, sql } from 'drizzle-orm'
import type { DeliveryLine, LateGroup } from '../../domain/delivery/line.ts'
import { lateReportKind } from '../../domain/delivery/notices.ts'
import { NOT_HEARD } from '../../domain/delivery/outcome.ts'
import type { Scope } from '../engine/database.ts'
import { isOverdue, promised, wentLate } from '../outbox/late-deliveries.ts'
import { deliveries, type Told } from '../outbox/tables.ts'

const isNotHeard = and(eq(deliveries.state, 'skipped'), inArray(deliveries.reason, [...NOT_HEARD]))

const linesWhere = async (scope: Scope, where: SQL | undefined, limit: number): Promise<DeliveryLine[]> => {
  const rows = await scope.tx
    .select()
    .from(deliveries)
    .where(where)
    .orderBy(desc(deliveries.plannedFor), desc(deliveries.id))
    .limit(limit)
  return rows.map(({ id, kind, readerId, platform, channel, dueAt, state, sentAt, reason, ...row }) => ({
    ...{ id, kind, readerId, platform, channel, dueAt, state, sentAt, reason },
    promisedFor: row.putOffTo ?? row.plannedFor,
  }))
}

/** Lists messages planned since an instant, of one member or of the region, newest first. */
export const ledgerLines = (
  scope: Scope,
  { since, memberId }: { since: Temporal.Instant; memberId?: string | undefined },
  limit: number,
): Promise<DeliveryLine[]> =>
  linesWhere(
    scope,
    and(
      gte(deliveries.plannedFor, since),
      memberId === undefined ? undefined : eq(deliveries.readerId, memberId),
    ),
    limit,
  )

/** Lists messages that broke a promise: late, or given up though somebody was to hear. */
export const troubledLines = (
  scope: Scope,
  since: Temporal.Instant,
  now: Temporal.Instant,
  limit: number,
): Promise<DeliveryLine[]> =>
  linesWhere(
    scope,
    and(gte(deliveries.plannedFor, since), sql`((${wentLate}) or (${isOverdue(now)}) or (${isNotHeard}))`),
    limit,
  )

export const ledgerLine = async (scope: Scope, id: string): Promise<DeliveryLine | undefined> =>
  (await linesWhere(scope, eq(deliveries.id, id), 1))[0]

/** Finds the time of the last report of late messages. */
export const reportedUntil = async (scope: Scope): Promise<Temporal.Instant | undefined> => {
  const [row] = await scope.tx
    .select({ at: max(deliveries.plannedFor) })
    .from(deliveries)
    .where(eq(deliveries.kind, lateReportKind.kind))
  return row?.at ?? undefined
}

/** Groups by kind what ended in (from, to] later than promised by more than `graceMinutes`. */
export const lateGroups = async (
  scope: Scope,
  from: Temporal.Instant,
  to: Temporal.Instant,
  graceMinutes: number,
): Promise<LateGroup[]> => {
  const ended = sql`coalesce(sent_at, skipped_at)`
  const { rows } = await scope.tx.execute<{
    kind: string
    sent: number
    givenUp: number
    first: string
    last: string | null
  }>(sql`
    select kind, count(*) filter (where state = 'sent')::int as sent,
      count(*) filter (where state = 'skipped')::int as "givenUp",
      to_json(min(${promised}))#>>'{}' as first, to_json(max(sent_at))#>>'{}' as last
    from ${deliveries}
    where kind <> ${lateReportKind.kind} and ${ended} > ${from.toString()} and ${ended} <= ${to.toString()}
      and ${ended} > ${promised} + make_interval(mins => ${graceMinutes})
      and (state = 'sent' or (state = 'skipped' and reason = 'day-is-over'))
    group by kind order by min(${promised}), kind`)
  return rows.map(({ kind, sent, givenUp, first, last }) => ({
    kind,
    sent,
    givenUp,
    firstPromised: Temporal.Instant.from(first),
    lastSent: last === null ? undefined : Temporal.Instant.from(last),
  }))
}

/** Counts the reminders in sent messages, by kind. */
export const toldCounts = async (scope: Scope): Promise<Told> => {
  const sum = (kind: keyof Told) => sql<number>`coalesce(sum((${deliveries.told} ->> ${kind})::int), 0)::int`
  const [told] = await scope.tx
    .select({
      monitoring: sum('monitoring'),
      summary: sum('summary'),
      meeting: sum('meeting'),
      followUp: sum('followUp'),
      renewal: sum('renewal'),
    })
    .from(deliveries)
    .where(eq(deliveries.state, 'sent'))
  return told ?? { monitoring: 0, summary: 0, meeting: 0, followUp: 0, renewal: 0 }
}

/** Lists the subjects of sent messages of a kind, planned since an instant. */
export const sentSubjects = async (
  scope: Scope,
  kind: string,
  since: Temporal.Instant,
): Promise<Set<string>> => {
  const rows = await scope.tx
    .selectDistinct({ subject: deliveries.subject })
    .from(deliveries)
    .where(and(eq(deliveries.kind, kind), eq(deliveries.state, 'sent'), gt(deliveries.plannedFor, since)))
  return new Set(rows.map(({ subject }) => subject))
}
