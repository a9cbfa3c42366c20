import { and, asc, desc, eq, isNull, min, sql } from 'drizzle-orm'
import type { CaseReach } from '../../domain/case/case-access.ts'
import type { Scope } from '../engine/database.ts'
import { monitorings } from '../monitoring/tables.ts'
import { plans } from '../plan/tables.ts'
import { within } from './cases.ts'
import { cases } from './tables.ts'

/**
 * Open cases within reach, by code, each with its latest plan and the first month that is due and not recorded.
 * `memberId` narrows to one specialist's.
 */
export const caseList = (scope: Scope, reach: CaseReach, memberId?: string) => {
  const latest = scope.tx
    .select({ kind: plans.kind, validTo: plans.validTo })
    .from(plans)
    .where(eq(plans.caseId, cases.id))
    .orderBy(desc(plans.validFrom))
    .limit(1)
    .as('latest')
  const open = scope.tx
    .select({ next: min(monitorings.dueMonth).as('next') })
    .from(monitorings)
    .where(and(eq(monitorings.caseId, cases.id), isNull(monitorings.doneOn)))
    .as('open')
  return scope.tx
    .select({ code: cases.code, kind: latest.kind, validTo: latest.validTo, nextDue: open.next })
    .from(cases)
    .leftJoinLateral(latest, sql`true`)
    .leftJoinLateral(open, sql`true`)
    .where(
      and(
        isNull(cases.closedOn),
        within(reach),
        memberId === undefined ? undefined : eq(cases.memberId, memberId),
      ),
    )
    .orderBy(asc(cases.code))
}
