import { randomUUID } from 'node:crypto'
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Scope } from './database.ts'
import { open, seal } from './encryption.ts'
import { cases } from './schema/cases.ts'
import { plans } from './schema/plans.ts'
import { summaries } from './schema/summaries.ts'
import { summaryVersions } from './schema/summary-versions.ts'

type Row = typeof summaries.$inferSelect
export type SummaryFields = Record<string, string>
export type Summary = Omit<Row, 'text'> & {
  code: string
  officeId: string
  planKind: 'new' | 'change' | 'renewal'
}

const about = (id: string) => `summary:${id}`

const listed = (scope: Scope) =>
  scope.tx
    .select({
      regionId: summaries.regionId,
      id: summaries.id,
      caseId: summaries.caseId,
      planId: summaries.planId,
      section: summaries.section,
      meetingId: summaries.meetingId,
      presenterId: summaries.presenterId,
      version: summaries.version,
      carriedOver: summaries.carriedOver,
      submittedAt: summaries.submittedAt,
      editedAt: summaries.editedAt,
      code: cases.code,
      officeId: cases.officeId,
      planKind: plans.kind,
    })
    .from(summaries)
    .innerJoin(cases, eq(cases.id, summaries.caseId))
    .innerJoin(plans, eq(plans.id, summaries.planId))

/** What was submitted for these meetings, without the texts. */
export const summariesOf = (scope: Scope, meetingIds: readonly string[]): Promise<Summary[]> =>
  meetingIds.length === 0
    ? Promise.resolve([])
    : listed(scope)
        .where(inArray(summaries.meetingId, [...meetingIds]))
        .orderBy(asc(summaries.submittedAt), asc(summaries.id))

export const summariesById = (scope: Scope, ids: readonly string[]): Promise<Summary[]> =>
  ids.length === 0 ? Promise.resolve([]) : listed(scope).where(inArray(summaries.id, [...ids]))

export const summaryOfPlan = async (
  scope: Scope,
  planId: string,
): Promise<{ summary: Summary; fields: SummaryFields } | undefined> => {
  const [summary] = await listed(scope).where(eq(summaries.planId, planId))
  return summary && { summary, fields: await summaryFields(scope, summary.id) }
}

/** The text itself: the caller notes the read in the audit log. */
export const summaryFields = async (scope: Scope, id: string): Promise<SummaryFields> => {
  const [row] = await scope.tx.select({ text: summaries.text }).from(summaries).where(eq(summaries.id, id))
  if (!row) throw new Error(`summary ${id} is gone`)
  return JSON.parse(open(scope.keyring, row.text, about(id)))
}

export type SubmittedSummary = {
  caseId: string
  planId: string
  meetingId: string
  presenterId: string
  fields: SummaryFields
}

/** Stores a new summary or the next version of the plan's one; earlier texts stay as versions. */
export const saveSummary = async (
  scope: Scope,
  submitted: SubmittedSummary,
  now: Temporal.Instant,
): Promise<{ id: string; version: number }> => {
  const [existing] = await scope.tx
    .select({ id: summaries.id, version: summaries.version })
    .from(summaries)
    .where(and(eq(summaries.planId, submitted.planId), eq(summaries.section, 'plan_review')))
    .for('update')
  const id = existing?.id ?? randomUUID()
  const version = (existing?.version ?? 0) + 1
  const text = seal(scope.keyring, JSON.stringify(submitted.fields), about(id))
  const { fields: _, ...columns } = submitted
  if (existing) {
    await scope.tx
      .update(summaries)
      .set({ text, version, editedAt: now, meetingId: submitted.meetingId })
      .where(eq(summaries.id, id))
  } else {
    const row = { regionId: scope.regionId, id, ...columns, section: 'plan_review' as const, version, text }
    await scope.tx.insert(summaries).values({ ...row, submittedAt: now, editedAt: now })
  }
  await scope.tx.insert(summaryVersions).values({
    regionId: scope.regionId,
    summaryId: id,
    version,
    text,
    writtenBy: submitted.presenterId,
    writtenAt: now,
  })
  return { id, version }
}

/** 持ち越し: to the meeting given, counted. */
export const carryOver = async (scope: Scope, ids: readonly string[], meetingId: string): Promise<void> => {
  if (ids.length === 0) return
  await scope.tx
    .update(summaries)
    .set({ meetingId, carriedOver: sql`${summaries.carriedOver} + 1` })
    .where(inArray(summaries.id, [...ids]))
}
