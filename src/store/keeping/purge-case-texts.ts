import { and, eq, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import type { Region } from '../../domain/region/region.ts'
import { cases } from '../case/tables.ts'
import type { Scope } from '../engine/database.ts'
import { seal } from '../engine/encryption.ts'
import { about as aboutFollowUp } from '../followup/follow-ups.ts'
import { followUpChanges, followUps } from '../followup/tables.ts'
import { formDrafts } from '../form/tables.ts'
import { gsvPresentations } from '../gsv/tables.ts'
import { handoverSheets } from '../handover/tables.ts'
import { meetingRunItems } from '../meeting/tables.ts'
import { about as aboutProposal } from '../monitoring/interval-proposals.ts'
import { intervalProposals, monitorings } from '../monitoring/tables.ts'
import { sealFields } from '../summary/summaries.ts'
import { summaries, summaryVersions } from '../summary/tables.ts'
import { writeAudit } from './audit.ts'

/**
 * Takes away everything that was written of a case: what remains is its code, its dates, and that something was
 * written. Minutes hold what a meeting said, and are kept for as long as the region keeps minutes.
 */
export const purgeCaseTexts = async (
  scope: Scope,
  { id, code }: { id: string; code: string },
  now: Temporal.Instant,
  by?: string,
): Promise<void> => {
  const { tx } = scope
  await purgeSummaries(scope, id)
  await purgeFollowUps(scope, id, now)
  await tx.update(monitorings).set({ reason: null }).where(eq(monitorings.caseId, id))
  for (const proposal of await tx.select().from(intervalProposals).where(eq(intervalProposals.caseId, id)))
    await tx
      .update(intervalProposals)
      .set({ reason: seal(scope.keyring, '', aboutProposal(proposal.id)) })
      .where(eq(intervalProposals.id, proposal.id))
  await tx.delete(handoverSheets).where(eq(handoverSheets.caseId, id))
  await tx
    .update(gsvPresentations)
    .set({ reason: null, outcome: null, result: null })
    .where(eq(gsvPresentations.caseId, id))
  await tx.delete(formDrafts).where(isDraftOf(code))
  await tx.update(cases).set({ textsPurgedAt: now }).where(eq(cases.id, id))
  const entry = { action: 'case.purge', access: 'change' as const, subjectKind: 'case', subjectId: id }
  await writeAudit(scope, [{ at: now, ...entry, ...(by === undefined ? {} : { memberId: by }) }])
}

const purgeSummaries = async ({ tx, ...scope }: Scope, caseId: string): Promise<void> => {
  const written = await tx.select({ id: summaries.id }).from(summaries).where(eq(summaries.caseId, caseId))
  const ids = written.map(({ id }) => id)
  if (ids.length === 0) return
  await tx.delete(summaryVersions).where(inArray(summaryVersions.summaryId, ids))
  await tx.update(meetingRunItems).set({ record: null }).where(inArray(meetingRunItems.summaryId, ids))
  for (const id of ids)
    await tx
      .update(summaries)
      .set({ text: sealFields({ tx, ...scope }, id, {}), paperTitle: null, paperUrl: null })
      .where(eq(summaries.id, id))
}

const purgeFollowUps = async (
  { tx, keyring }: Scope,
  caseId: string,
  now: Temporal.Instant,
): Promise<void> => {
  const given = await tx.select().from(followUps).where(eq(followUps.caseId, caseId))
  for (const { id, state, closedAt } of given) {
    await tx.update(followUpChanges).set({ reason: null }).where(eq(followUpChanges.followUpId, id))
    await tx
      .update(followUps)
      .set({
        what: seal(keyring, '', aboutFollowUp(id)),
        reason: null,
        state: state === 'open' ? 'dropped' : state,
        closedAt: closedAt ?? now,
      })
      .where(eq(followUps.id, id))
  }
}

/** Drafts are named by the command and what it was opened for (`handlers/form-draft.ts`). */
const isDraftOf = (code: string) =>
  sql`position(${`&${new URLSearchParams({ case: code })}&`} in '&' || split_part(${formDrafts.form}, '?', 2) || '&') > 0`

/** Texts of cases that were closed so many years ago, unless they were taken away since that closing. */
export const purgeClosedCases = async (
  scope: Scope,
  region: Region,
  now: Temporal.Instant,
): Promise<void> => {
  const today = now.toZonedDateTimeISO(region.timeZone).toPlainDate()
  const before = today.subtract({ years: region.settings.caseYears })
  const due = await scope.tx
    .select({ id: cases.id, code: cases.code })
    .from(cases)
    .where(
      and(
        isNotNull(cases.closedOn),
        lt(cases.closedOn, before),
        or(isNull(cases.textsPurgedAt), lt(cases.textsPurgedAt, sql`${cases.closedOn}::timestamptz`)),
      ),
    )
  for (const one of due) await purgeCaseTexts(scope, one, now)
}
