import { and, eq, or, type SQL, sql } from 'drizzle-orm'
import { index, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { CaseReach } from '../../domain/case/permission.ts'
import { doneBy, identifier, instant, memberId, plainDate, regionId, within } from '../engine/columns.ts'
import { table } from '../engine/data-classes.ts'
import { members, offices } from '../region/tables.ts'

export const CLOSING_REASONS = ['support_ended', 'died', 'moved_away', 'other_region', 'other'] as const
export const SELF_PLANS = ['wished', 'unwished'] as const

/** One user's support, known by its code only. */
export const cases = table(
  'cases',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    code: identifier('code').notNull(),
    officeId: identifier('office_id').notNull(),
    memberId: memberId('member_id', { erase: 'keep', export: 'row', ends: 'never' }).notNull(),
    /** When it went to its present member from another, and by whom: that member is told. */
    assignedAt: instant('assigned_at'),
    assignedBy: doneBy('assigned_by'),
    municipalityId: identifier('municipality_id'),
    needLevel: smallint('need_level'),
    /** When its need level was last set: its first review is counted from there. */
    needLevelSince: plainDate('need_level_since'),
    /** セルフプラン: by the user's own wish, or for want of an office. Absent: an office makes the plan. */
    selfPlan: text('self_plan', { enum: SELF_PLANS }),
    closedOn: plainDate('closed_on'),
    closingReason: text('closing_reason', { enum: CLOSING_REASONS }),
    registeredAt: instant('registered_at').notNull(),
    /** When what was written of it was taken away, after it had been closed for as long as the region keeps it. */
    textsPurgedAt: instant('texts_purged_at'),
  },
  { keep: 'region' },
  (t) => [
    unique('cases_code').on(t.regionId, t.code),
    unique('cases_in_region').on(t.regionId, t.id),
    index('cases_member').on(t.regionId, t.memberId),
    index('cases_office').on(t.regionId, t.officeId),
    within([t.regionId, t.officeId], [offices.regionId, offices.id]),
    within([t.regionId, t.memberId], [members.regionId, members.id]),
  ],
)

/** 休止: a stretch (a long stay in hospital, say) in which no monitoring is due. Open-ended until it is resumed. */
export const suspensions = table(
  'suspensions',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    caseId: uuid('case_id').notNull(),
    from: plainDate('from_day').notNull(),
    to: plainDate('to_day'),
    recordedBy: doneBy('recorded_by').notNull(),
  },
  { keep: 'region' },
  (t) => [
    index('suspensions_case').on(t.regionId, t.caseId),
    within([t.regionId, t.caseId], [cases.regionId, cases.id]),
  ],
)

/** What decides who sees a case, for queries of what is about one. */
export const caseFacts = {
  officeId: cases.officeId,
  memberId: cases.memberId,
  municipalityId: cases.municipalityId,
}

/** The condition that keeps a query on cases within somebody's reach. */
export const withinReach = (reach: CaseReach): SQL | undefined => {
  switch (reach.reach) {
    case 'region':
      return undefined
    case 'office':
      return or(
        eq(cases.officeId, reach.officeId),
        ...reach.standsInFor.map(({ memberId, officeId }) =>
          officeId === undefined
            ? undefined
            : and(eq(cases.memberId, memberId), eq(cases.officeId, officeId)),
        ),
      )
    case 'municipality':
      return eq(cases.municipalityId, reach.municipalityId)
    case 'none':
      return sql`false`
    default:
      return reach satisfies never
  }
}
