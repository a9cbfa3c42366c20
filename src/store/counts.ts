import { and, eq, gte, isNull, lte, sql } from 'drizzle-orm'
import type { Scope } from './database.ts'
import type { Told } from './deliveries.ts'
import { agendas } from './schema/agendas.ts'
import { deliveries } from './schema/deliveries.ts'
import { meetings } from './schema/meetings.ts'

export type SeriesCounts = {
  seriesId: string
  meetings: number
  cancelled: number
  agendasPosted: number
  longestMinutes: number
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
      cases: sql<number>`coalesce(sum(jsonb_array_length(
        jsonb_path_query_array(${agendas.items}, '$[*] ? (!exists(@.followUps))'))), 0)::int`,
      withGsv: sql<number>`count(*) filter (where ${gsv})::int`,
    })
    .from(meetings)
    .leftJoin(agendas, eq(agendas.meetingId, meetings.id))
    .where(and(gte(meetings.startsAt, from), lte(meetings.startsAt, to)))
    .groupBy(meetings.seriesId)
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
