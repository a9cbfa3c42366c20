import { and, eq, gte, isNull, lte, sql } from 'drizzle-orm'
import { agendas } from '../agenda/tables.ts'
import type { Scope } from '../engine/database.ts'
import { followUps } from '../followup/tables.ts'
import { meetings } from '../meeting/tables.ts'
import type { Told } from '../outbox/deliveries.ts'
import { deliveries } from '../outbox/tables.ts'
import { summaries } from '../summary/tables.ts'

export type SeriesCounts = {
  seriesId: string
  meetings: number
  cancelled: number
  agendasPosted: number
  longestMinutes: number
  /** Items of the agendas that were about a case. */
  cases: number
  /** Meetings whose agenda held a GSV. */
  withGsv: number
}

/** What the series did whose meetings begin within [from, to]. */
export const seriesCounts = (
  scope: Scope,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<SeriesCounts[]> => {
  const held = isNull(meetings.cancelled)
  const posted = sql`exists (select 1 from ${deliveries} where ${deliveries.kind} = 'agenda'
    and ${deliveries.subject} = ${meetings.id}::text and ${deliveries.state} = 'sent')`
  const gsv = sql`jsonb_path_exists(${agendas.items}, '$[*] ? (@.section == "gsv")')`
  return scope.tx
    .select({
      seriesId: meetings.seriesId,
      meetings: sql<number>`count(*) filter (where ${held})::int`,
      cancelled: sql<number>`count(*) filter (where not ${held})::int`,
      agendasPosted: sql<number>`count(*) filter (where ${posted})::int`,
      longestMinutes: sql<number>`coalesce(max(${agendas.totalMinutes}), 0)::int`,
      cases: sql<number>`coalesce(sum((select count(*) from jsonb_to_recordset(${agendas.items}) as item("summaryId" uuid)
        join ${summaries} s on s.region_id = ${meetings.regionId} and s.id = item."summaryId"
        where s.case_id is not null)), 0)::int`,
      withGsv: sql<number>`count(*) filter (where ${gsv})::int`,
    })
    .from(meetings)
    .leftJoin(agendas, eq(agendas.meetingId, meetings.id))
    .where(and(gte(meetings.startsAt, from), lte(meetings.startsAt, to)))
    .groupBy(meetings.seriesId)
}

export type FollowUpCounts = { opened: number; done: number; dropped: number; open: number; extended: number }

/** 宿題 opened within [from, to], and what became of them. */
export const followUpCounts = async (
  scope: Scope,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<FollowUpCounts> => {
  const number = (state: 'done' | 'dropped' | 'open') =>
    sql<number>`count(*) filter (where ${followUps.state} = ${state})::int`
  const [counts] = await scope.tx
    .select({
      opened: sql<number>`count(*)::int`,
      done: number('done'),
      dropped: number('dropped'),
      open: number('open'),
      extended: sql<number>`coalesce(sum(${followUps.extended}), 0)::int`,
    })
    .from(followUps)
    .where(and(gte(followUps.openedAt, from), lte(followUps.openedAt, to)))
  return counts ?? { opened: 0, done: 0, dropped: 0, open: 0, extended: 0 }
}

/** How many reminders of each kind people were given. */
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
