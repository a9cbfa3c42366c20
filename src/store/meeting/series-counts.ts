import { and, eq, gte, isNull, lte, sql } from 'drizzle-orm'
import { agendas } from '../agenda/tables.ts'
import type { Scope } from '../engine/database.ts'
import { deliveries } from '../outbox/tables.ts'
import { summaries } from '../summary/tables.ts'
import { meetings } from './tables.ts'

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

/** Counts, by series, the meetings that begin within [from, to], with their agendas. */
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
