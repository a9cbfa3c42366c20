import { and, count, eq, gt, gte, inArray, isNull, or, type SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { absences } from '../absence/tables.ts'
import { cases } from '../case/tables.ts'
import type { Scope } from '../engine/database.ts'
import { followUps } from '../followup/tables.ts'
import { gsvPresentations } from '../gsv/tables.ts'
import { handoverSheets } from '../handover/tables.ts'
import { meetingRuns, meetings } from '../meeting/tables.ts'
import { polls } from '../poll/tables.ts'
import { visits } from '../visit/tables.ts'

/** Counts of a member's open duties, by kind. */
export type Duties = Record<
  'cases' | 'followUps' | 'presentations' | 'handovers' | 'absences' | 'polls' | 'records' | 'visits',
  number
>

export const dutiesOf = async (
  scope: Scope,
  memberId: string,
  now: Temporal.Instant,
  today: Temporal.PlainDate,
): Promise<Duties> => {
  const counted = async (table: PgTable, where: SQL | undefined): Promise<number> => {
    const [row] = await scope.tx.select({ rows: count() }).from(table).where(where)
    return row?.rows ?? 0
  }
  const coming = scope.tx.select({ id: meetings.id }).from(meetings).where(gt(meetings.startsAt, now))
  const isParty = or(eq(handoverSheets.senderId, memberId), eq(handoverSheets.receiverId, memberId))
  return {
    cases: await counted(cases, and(eq(cases.memberId, memberId), isNull(cases.closedOn))),
    followUps: await counted(followUps, and(eq(followUps.memberId, memberId), eq(followUps.state, 'open'))),
    presentations: await counted(
      gsvPresentations,
      and(
        eq(gsvPresentations.memberId, memberId),
        inArray(gsvPresentations.state, ['offered', 'accepted']),
        inArray(gsvPresentations.meetingId, coming),
      ),
    ),
    handovers: await counted(handoverSheets, and(isParty, eq(handoverSheets.state, 'sent'))),
    absences: await counted(absences, and(eq(absences.deputyId, memberId), gte(absences.to, today))),
    polls: await counted(
      polls,
      and(eq(polls.organiserId, memberId), inArray(polls.state, ['draft', 'open'])),
    ),
    records: await counted(
      meetingRuns,
      and(eq(meetingRuns.recorderId, memberId), inArray(meetingRuns.meetingId, coming)),
    ),
    visits: await counted(
      visits,
      and(eq(visits.visitorId, memberId), isNull(visits.doneOn), gte(visits.plannedOn, today)),
    ),
  }
}
