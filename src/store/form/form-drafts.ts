import { and, eq } from 'drizzle-orm'
import type { Scope } from '../engine/database.ts'
import { openText, sealText } from '../engine/sealed-text.ts'
import { formDrafts } from './tables.ts'

type Typed = Record<string, string | string[]>
export type FormDraft = { values: Typed; keptAt: Temporal.Instant }

const of = (memberId: string, form: string) =>
  and(eq(formDrafts.memberId, memberId), eq(formDrafts.form, form))

export const keepFormDraft = async (
  scope: Scope,
  memberId: string,
  form: string,
  values: Typed,
  now: Temporal.Instant,
): Promise<void> => {
  const kept = {
    text: sealText(scope, formDrafts.text, { memberId, form }, JSON.stringify(values)),
    keptAt: now,
  }
  await scope.tx
    .insert(formDrafts)
    .values({ regionId: scope.regionId, memberId, form, ...kept })
    .onConflictDoUpdate({ target: [formDrafts.regionId, formDrafts.memberId, formDrafts.form], set: kept })
}

export const formDraftOf = async (
  scope: Scope,
  memberId: string,
  form: string,
): Promise<FormDraft | undefined> => {
  const [row] = await scope.tx.select().from(formDrafts).where(of(memberId, form))
  return row && { values: JSON.parse(openText(scope, formDrafts.text, row, row.text)), keptAt: row.keptAt }
}

export const dropFormDraft = async (scope: Scope, memberId: string, form: string): Promise<void> => {
  await scope.tx.delete(formDrafts).where(of(memberId, form))
}
