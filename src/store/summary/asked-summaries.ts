import { randomUUID } from 'node:crypto'
import { and, asc, eq } from 'drizzle-orm'
import type { CaseFacts } from '../../domain/case/permission.ts'
import { caseFacts, cases } from '../case/tables.ts'
import type { Scope } from '../engine/database.ts'
import { prepared } from '../engine/prepared.ts'
import { sealText } from '../engine/sealed-text.ts'
import { summaries } from './tables.ts'

type Row = typeof summaries.$inferSelect

/** Somebody is to present it, and has not written it yet: version 0 of a summary. It has its place on the agenda. */
export const ASKED = 0

export type AskedSummary = Pick<Row, 'id' | 'form' | 'meetingId' | 'caseId' | 'planId'> & {
  memberId: string
  code: string | null
  supportCase: CaseFacts | null
}

/** Lists asked summaries, earliest first. */
export const askedSummaries = (scope: Scope): Promise<AskedSummary[]> => asked(scope, {})

const asked = prepared((tx) =>
  tx
    .select({
      id: summaries.id,
      form: summaries.form,
      meetingId: summaries.meetingId,
      caseId: summaries.caseId,
      planId: summaries.planId,
      memberId: summaries.presenterId,
      code: cases.code,
      supportCase: caseFacts,
    })
    .from(summaries)
    .leftJoin(cases, eq(cases.id, summaries.caseId))
    .where(eq(summaries.version, ASKED))
    .orderBy(asc(summaries.submittedAt), asc(summaries.id)),
)

export const askForSummary = async (
  scope: Scope,
  wanted: Pick<Row, 'form' | 'section' | 'caseId' | 'planId' | 'meetingId' | 'presenterId' | 'estimated'>,
  now: Temporal.Instant,
): Promise<string> => {
  const id = randomUUID()
  await scope.tx.insert(summaries).values({
    regionId: scope.regionId,
    id,
    ...wanted,
    occasion: wanted.planId ?? id,
    version: ASKED,
    text: sealText(scope, summaries.text, { id, version: ASKED }, '{}'),
    submittedAt: now,
    editedAt: now,
  })
  return id
}

/** Changes the presenter. */
export const changePresenter = async (scope: Scope, id: string, presenterId: string): Promise<void> => {
  await scope.tx.update(summaries).set({ presenterId }).where(eq(summaries.id, id))
}

/** Deletes an asked summary once another of its section was written for that meeting. */
export const releaseAsked = async (
  scope: Scope,
  meetingId: string,
  section: Row['section'],
): Promise<void> => {
  await scope.tx
    .delete(summaries)
    .where(
      and(eq(summaries.meetingId, meetingId), eq(summaries.section, section), eq(summaries.version, ASKED)),
    )
}
