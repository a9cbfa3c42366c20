import { and, asc, eq, gte, isNotNull, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import type { CaseReach } from '../../domain/case/permission.ts'
import { HANDLED_MONTHS, type Handled, type MonitoringRecord } from '../../domain/figures/fee-records.ts'
import { cases, withinReach } from '../case/tables.ts'
import type { Scope } from '../engine/database.ts'
import { plans } from '../plan/tables.ts'
import { notSuspendedInMonth } from './not-suspended.ts'
import { monitorings } from './tables.ts'

/** Which cases: within reach, and of one office where `officeId` says so. */
type Which = { reach: CaseReach; officeId: string | undefined }

const which = ({ reach, officeId }: Which): SQL | undefined =>
  and(withinReach(reach), officeId === undefined ? undefined : eq(cases.officeId, officeId))

/** Lists what was due or done in a month, by case code; open entries only of open cases that are not suspended. */
export const monitoringLog = async (
  scope: Scope,
  chosen: Which,
  month: Temporal.PlainYearMonth,
  timeZone: string,
): Promise<MonitoringRecord[]> => {
  const first = month.toPlainDate({ day: 1 })
  const doneInMonth = and(gte(monitorings.doneOn, first), lt(monitorings.doneOn, first.add({ months: 1 })))
  const counted = or(isNotNull(monitorings.doneOn), and(isNull(cases.closedOn), notSuspendedInMonth))
  const rows = await scope.tx
    .select({
      officeId: cases.officeId,
      code: cases.code,
      memberId: cases.memberId,
      dueMonth: monitorings.dueMonth,
      doneOn: monitorings.doneOn,
      outcome: monitorings.outcome,
      recordedBy: monitorings.recordedBy,
      recordedAt: monitorings.recordedAt,
    })
    .from(monitorings)
    .innerJoin(cases, eq(cases.id, monitorings.caseId))
    .where(and(which(chosen), counted, or(eq(monitorings.dueMonth, month), doneInMonth)))
    .orderBy(asc(cases.code), asc(monitorings.dueMonth))
  return rows.map(({ doneOn, outcome, recordedBy, recordedAt, ...row }) =>
    doneOn && outcome && recordedBy && recordedAt
      ? {
          ...row,
          done: {
            on: doneOn,
            outcome,
            by: recordedBy,
            recordedOn: recordedAt.toZonedDateTimeISO(timeZone).toPlainDate(),
          },
        }
      : row,
  )
}

const count = sql<number>`count(*)::int`

/** Counts monitoring done and plans begun, by office, person and month, in the months up to `month`. */
export const handledCounts = async (
  scope: Scope,
  chosen: Which,
  month: Temporal.PlainYearMonth,
): Promise<Handled[]> => {
  const end = month.add({ months: 1 }).toPlainDate({ day: 1 })
  const begin = end.subtract({ months: HANDLED_MONTHS })
  const doneMonth = sql<string>`to_char(${monitorings.doneOn}, 'YYYY-MM')`
  const done = await scope.tx
    .select({
      officeId: cases.officeId,
      memberId: sql<string>`${monitorings.recordedBy}`,
      month: doneMonth,
      count,
    })
    .from(monitorings)
    .innerJoin(cases, eq(cases.id, monitorings.caseId))
    .where(
      and(
        which(chosen),
        gte(monitorings.doneOn, begin),
        lt(monitorings.doneOn, end),
        ne(monitorings.outcome, 'could_not_meet'),
      ),
    )
    .groupBy(cases.officeId, monitorings.recordedBy, doneMonth)
  const startMonth = sql<string>`to_char(${plans.validFrom}, 'YYYY-MM')`
  const begun = await scope.tx
    .select({ officeId: cases.officeId, memberId: cases.memberId, month: startMonth, count })
    .from(plans)
    .innerJoin(cases, eq(cases.id, plans.caseId))
    .where(and(which(chosen), gte(plans.validFrom, begin), lt(plans.validFrom, end)))
    .groupBy(cases.officeId, cases.memberId, startMonth)
  const asMonth = (written: string) => Temporal.PlainYearMonth.from(written)
  return [
    ...done.map(({ count, month: of, ...row }) => ({
      ...row,
      month: asMonth(of),
      monitoring: count,
      plans: 0,
    })),
    ...begun.map(({ count, month: of, ...row }) => ({
      ...row,
      month: asMonth(of),
      monitoring: 0,
      plans: count,
    })),
  ]
}
