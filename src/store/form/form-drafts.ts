import { and, eq, lt } from 'drizzle-orm'
import type { Scope } from '../engine/database.ts'
import { open, seal } from '../engine/encryption.ts'
import { formDrafts } from './tables.ts'

type Typed = Record<string, string | string[]>
export type FormDraft = { values: Typed; keptAt: Temporal.Instant }

export const about = (memberId: string, form: string) => `form-draft:${memberId}:${form}`
const of = (memberId: string, form: string) =>
  and(eq(formDrafts.memberId, memberId), eq(formDrafts.form, form))

export const keepFormDraft = async (
  scope: Scope,
  memberId: string,
  form: string,
  values: Typed,
  now: Temporal.Instant,
): Promise<void> => {
  const kept = { text: seal(scope.keyring, JSON.stringify(values), about(memberId, form)), keptAt: now }
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
  return (
    row && { values: JSON.parse(open(scope.keyring, row.text, about(memberId, form))), keptAt: row.keptAt }
  )
}

export const dropFormDraft = async (scope: Scope, memberId: string, form: string): Promise<void> => {
  await scope.tx.delete(formDrafts).where(of(memberId, form))
}

/** Nobody comes back to what is older. */
export const forgetFormDrafts = async (scope: Scope, before: Temporal.Instant): Promise<void> => {
  await scope.tx.delete(formDrafts).where(lt(formDrafts.keptAt, before))
}
