import { randomUUID } from 'node:crypto'
import { and, asc, desc, eq, gte, inArray, isNull, lt, sql } from 'drizzle-orm'
import type { CaseFacts } from '../../domain/case/permission.ts'
import type { FormName } from '../../domain/summary/forms.ts'
import { agendas } from '../agenda/tables.ts'
import { caseFacts, cases } from '../case/tables.ts'
import type { Scope } from '../engine/database.ts'
import { prepared } from '../engine/prepared.ts'
import { openText, sealText } from '../engine/sealed-text.ts'
import { plans } from '../plan/tables.ts'
import { summaries, summaryVersions } from './tables.ts'

type Row = typeof summaries.$inferSelect
export type SummaryFields = Record<string, string>
/** Without its text. Case and plan are absent for notices and the like. */
export type Summary = Omit<Row, 'text'> & {
  code: string | null
  supportCase: CaseFacts | null
  officeId: string | null
  needLevel: number | null
  planKind: 'new' | 'change' | 'renewal' | null
}

const listed = ({ tx }: Pick<Scope, 'tx'>) =>
  tx
    .select({
      regionId: summaries.regionId,
      id: summaries.id,
      form: summaries.form,
      section: summaries.section,
      occasion: summaries.occasion,
      caseId: summaries.caseId,
      planId: summaries.planId,
      meetingId: summaries.meetingId,
      presenterId: summaries.presenterId,
      version: summaries.version,
      carriedOver: summaries.carriedOver,
      submittedAt: summaries.submittedAt,
      editedAt: summaries.editedAt,
      agreedBy: summaries.agreedBy,
      agreedAt: summaries.agreedAt,
      estimated: summaries.estimated,
      duration: summaries.duration,
      position: summaries.position,
      heldBack: summaries.heldBack,
      paperTitle: summaries.paperTitle,
      paperUrl: summaries.paperUrl,
      arrangement: summaries.arrangement,
      arrangedBy: summaries.arrangedBy,
      code: cases.code,
      supportCase: caseFacts,
      officeId: cases.officeId,
      needLevel: cases.needLevel,
      planKind: plans.kind,
    })
    .from(summaries)
    .leftJoin(cases, eq(cases.id, summaries.caseId))
    .leftJoin(plans, eq(plans.id, summaries.planId))

/** Lists the summaries submitted for these meetings, without the texts. */
export const summariesOf = (scope: Scope, meetingIds: readonly string[]): Promise<Summary[]> =>
  meetingIds.length === 0
    ? Promise.resolve([])
    : listed(scope)
        .where(inArray(summaries.meetingId, [...meetingIds]))
        .orderBy(asc(summaries.submittedAt), asc(summaries.id))

export const summariesById = (scope: Scope, ids: readonly string[]): Promise<Summary[]> =>
  ids.length === 0 ? Promise.resolve([]) : listed(scope).where(inArray(summaries.id, [...ids]))

export const summaryById = async (scope: Scope, id: string): Promise<Summary | undefined> =>
  (await summariesById(scope, [id]))[0]

export const summaryOfPlan = async (scope: Scope, planId: string): Promise<Summary | undefined> => {
  const [summary] = await listed(scope).where(
    and(eq(summaries.form, 'plan_review'), eq(summaries.planId, planId)),
  )
  return summary
}

/** Finds the case's summary of a form that can still be changed: its agenda is not published. */
export const openSummaryOf = async (
  scope: Scope,
  form: FormName,
  caseId: string,
): Promise<Summary | undefined> => {
  const [summary] = await listed(scope)
    .leftJoin(agendas, eq(agendas.meetingId, summaries.meetingId))
    .where(and(eq(summaries.form, form), eq(summaries.caseId, caseId), isNull(agendas.meetingId)))
    .orderBy(desc(summaries.submittedAt))
    .limit(1)
  return summary
}

/** Lists cases with an open summary of a form: its agenda is not published. */
export const openCaseIdsOf = async (scope: Scope, form: FormName): Promise<Set<string>> => {
  const rows = await scope.tx
    .select({ caseId: summaries.caseId })
    .from(summaries)
    .leftJoin(agendas, eq(agendas.meetingId, summaries.meetingId))
    .where(and(eq(summaries.form, form), isNull(agendas.meetingId)))
  return new Set(rows.flatMap(({ caseId }) => (caseId ? [caseId] : [])))
}

/** Decrypts the text; the caller writes the read to the audit log. */
export const summaryFields = async (scope: Scope, id: string): Promise<SummaryFields> => {
  const [row] = await scope.tx
    .select({ id: summaries.id, version: summaries.version, text: summaries.text })
    .from(summaries)
    .where(eq(summaries.id, id))
  if (!row) throw new Error(`summary ${id} is gone`)
  return JSON.parse(openText(scope, summaries.text, row, row.text))
}

/** Lists all versions of the text, latest first. */
export const summaryVersionsOf = async (
  scope: Scope,
  id: string,
): Promise<{ version: number; writtenBy: string; writtenAt: Temporal.Instant; fields: SummaryFields }[]> => {
  const rows = await scope.tx
    .select()
    .from(summaryVersions)
    .where(eq(summaryVersions.summaryId, id))
    .orderBy(desc(summaryVersions.version))
  return rows.map(({ text, ...row }) => ({
    ...row,
    fields: JSON.parse(openText(scope, summaryVersions.text, row, text)),
  }))
}

export type SubmittedSummary = Pick<
  Row,
  'form' | 'section' | 'caseId' | 'planId' | 'meetingId' | 'presenterId' | 'estimated'
> & { writtenBy: string; fields: SummaryFields }

/** Stores a new summary, or the next version of the one given; earlier texts stay as versions. */
export const saveSummary = async (
  scope: Scope,
  existingId: string | undefined,
  submitted: SubmittedSummary,
  now: Temporal.Instant,
): Promise<{ id: string; version: number }> => {
  const id = existingId ?? randomUUID()
  const { fields, writtenBy, ...columns } = submitted
  const written = JSON.stringify(fields)
  const version = existingId ? await nextVersion(scope, id) : 1
  const text = sealText(scope, summaries.text, { id, version }, written)
  if (existingId)
    await storeVersion(scope, id, {
      version,
      text,
      editedAt: now,
      meetingId: submitted.meetingId,
      presenterId: submitted.presenterId,
      estimated: submitted.estimated,
      caseId: submitted.caseId,
      planId: submitted.planId,
    })
  else {
    const occasion = submitted.form === 'plan_review' && submitted.planId ? submitted.planId : id
    const row = { regionId: scope.regionId, id, ...columns, occasion, version, text }
    await scope.tx.insert(summaries).values({ ...row, submittedAt: now, editedAt: now })
  }
  await scope.tx.insert(summaryVersions).values({
    regionId: scope.regionId,
    summaryId: id,
    version,
    text: sealText(scope, summaryVersions.text, { summaryId: id, version }, written),
    writtenBy,
    writtenAt: now,
  })
  return { id, version }
}

/** Locks the summary: its text is sealed to the version before it is stored. */
const nextVersion = async ({ tx }: Scope, id: string): Promise<number> => {
  const [row] = await tx
    .select({ version: summaries.version })
    .from(summaries)
    .where(eq(summaries.id, id))
    .for('update')
  if (!row) throw new Error(`summary ${id} is gone`)
  return row.version + 1
}

/** Stores the next version: it needs a new agreement, and submits a summary that was only asked for. */
const storeVersion = async (
  scope: Scope,
  id: string,
  change: Pick<
    Row,
    'version' | 'text' | 'editedAt' | 'meetingId' | 'presenterId' | 'estimated' | 'caseId' | 'planId'
  >,
): Promise<void> => {
  await scope.tx
    .update(summaries)
    .set({
      ...change,
      submittedAt: sql`case when ${summaries.version} = 0 then ${change.editedAt.toString()}::timestamptz else ${summaries.submittedAt} end`,
      agreedBy: null,
      agreedAt: null,
    })
    .where(eq(summaries.id, id))
}

type Arrangement = Pick<Row, 'duration' | 'position' | 'heldBack' | 'paperTitle' | 'paperUrl'>

/** Arranges a summary by compare-and-set: false when somebody arranged it since `seen`. */
export const arrangeSummary = async (
  scope: Scope,
  id: string,
  seen: number,
  arrangement: Arrangement & { arrangedBy: string },
): Promise<boolean> => {
  const rows = await scope.tx
    .update(summaries)
    .set({ ...arrangement, arrangement: seen + 1 })
    .where(and(eq(summaries.id, id), eq(summaries.arrangement, seen)))
    .returning({ id: summaries.id })
  return rows.length > 0
}

/** Agrees to a summary. False when somebody agreed first. */
export const agreeSummary = async (
  scope: Scope,
  id: string,
  agreed: { agreedBy: string; agreedAt: Temporal.Instant },
): Promise<boolean> => {
  const rows = await scope.tx
    .update(summaries)
    .set(agreed)
    .where(and(eq(summaries.id, id), isNull(summaries.agreedAt)))
    .returning({ id: summaries.id })
  return rows.length > 0
}

/** Lists monitoring results that wait for the centre's agreement, oldest first. */
export const summariesToAgree = (scope: Scope): Promise<Summary[]> => waitingToAgree(scope, {})

const waitingToAgree = prepared((tx) =>
  listed({ tx })
    .leftJoin(agendas, eq(agendas.meetingId, summaries.meetingId))
    .where(
      and(
        eq(summaries.section, 'monitoring_result'),
        isNull(summaries.agreedAt),
        isNull(agendas.meetingId),
        isNull(cases.closedOn),
      ),
    )
    .orderBy(asc(summaries.submittedAt)),
)

/** Carries summaries over (持ち越し) to a meeting, and counts it. */
export const carryOver = async (scope: Scope, ids: readonly string[], meetingId: string): Promise<void> => {
  if (ids.length === 0) return
  await scope.tx
    .update(summaries)
    .set({ meetingId, carriedOver: sql`${summaries.carriedOver} + 1`, position: null, heldBack: false })
    .where(inArray(summaries.id, [...ids]))
}

/** Lists what the centre agreed to within [from, to), with the members. */
export const agreedBetween = (scope: Scope, from: Temporal.Instant, to: Temporal.Instant) =>
  scope.tx
    .select({
      agreedBy: summaries.agreedBy,
      agreedAt: summaries.agreedAt,
      presenterId: summaries.presenterId,
      code: cases.code,
      supportCase: caseFacts,
    })
    .from(summaries)
    .leftJoin(cases, eq(cases.id, summaries.caseId))
    .where(and(gte(summaries.agreedAt, from), lt(summaries.agreedAt, to)))
