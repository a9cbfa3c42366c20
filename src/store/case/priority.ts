import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { PriorityFacts } from '../../domain/summary/priority.ts'
import { agendas } from '../agenda/tables.ts'
import type { Scope } from '../engine/database.ts'
import { prepared } from '../engine/prepared.ts'
import { meetings } from '../meeting/tables.ts'
import { summaries } from '../summary/tables.ts'
import { cases } from './tables.ts'

export type PriorityCase = PriorityFacts & {
  caseId: string
  officeId: string
  municipalityId: string | null
}

/** Open cases with a need level, and when a meeting last had each on its agenda. */
export const priorityCases = async (scope: Scope, timeZone: string): Promise<PriorityCase[]> => {
  const rows = await withLevel(scope, { timeZone })
  return rows.flatMap(({ needLevel, needLevelSince, registeredAt, seen: day, ...row }) => {
    const level = ([1, 2, 3] as const).find((one) => one === needLevel)
    const first = needLevelSince ?? registeredAt.toZonedDateTimeISO(timeZone).toPlainDate()
    return level ? [{ ...row, needLevel: level, lastSeen: day ? Temporal.PlainDate.from(day) : first }] : []
  })
}

const withLevel = prepared((tx) => {
  const seen = tx
    .select({
      caseId: summaries.caseId,
      day: sql<string>`max((${meetings.startsAt} at time zone ${sql.placeholder('timeZone')})::date)::text`.as(
        'day',
      ),
    })
    .from(summaries)
    .innerJoin(meetings, eq(meetings.id, summaries.meetingId))
    .innerJoin(agendas, eq(agendas.meetingId, meetings.id))
    .groupBy(summaries.caseId)
    .as('seen')
  return tx
    .select({
      caseId: cases.id,
      code: cases.code,
      memberId: cases.memberId,
      officeId: cases.officeId,
      municipalityId: cases.municipalityId,
      needLevel: cases.needLevel,
      needLevelSince: cases.needLevelSince,
      registeredAt: cases.registeredAt,
      seen: seen.day,
    })
    .from(cases)
    .leftJoin(seen, eq(seen.caseId, cases.id))
    .where(and(isNull(cases.closedOn), isNotNull(cases.needLevel)))
})
