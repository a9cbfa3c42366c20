import type { LedgerCase } from '../../domain/case/ledger/read-ledger.ts'
import type { Region } from '../../domain/region/region.ts'
import { addCases, type Case, casesByCodes, changeCase, type NewCase } from '../../store/case/cases.ts'
import { lastSuspension, suspendCase } from '../../store/case/suspensions.ts'
import type { Scope } from '../../store/engine/database.ts'
import { writeAudit } from '../../store/keeping/audit.ts'
import { type Plan, plansOfCases } from '../../store/plan/plans.ts'
import { isStored, type PlanInput, storeFirstPlans, storePlan } from '../plan/plan-months.ts'

/** A case of a ledger, and from which month on its due months count. */
export type CaseToStore = LedgerCase & { countFrom: Temporal.PlainYearMonth | undefined }
export type Counts = { added: number; changed: number; unchanged: number }

/** How many cases are stored by one statement. */
const AT_ONCE = 500

/** Stores the cases of a ledger in the caller's transaction. Idempotent: the same ledger again changes nothing. */
export const storeLedger = async (
  scope: Scope,
  region: Region,
  cases: readonly CaseToStore[],
  now: Temporal.Instant,
  onProgress: (done: number) => void,
): Promise<Counts> => {
  const counts: Counts = { added: 0, changed: 0, unchanged: 0 }
  for (let at = 0; at < cases.length; at += AT_ONCE) {
    const part = cases.slice(at, at + AT_ONCE)
    await storePart(scope, { region, part, now, counts })
    onProgress(Math.min(at + AT_ONCE, cases.length))
  }
  return counts
}

/** Narrows to the cases whose plan is not stored just so yet. */
export const withNewPlan = async (
  scope: Scope,
  region: Region,
  cases: readonly LedgerCase[],
): Promise<LedgerCase[]> => {
  const known = await casesByCodes(
    scope,
    cases.map(({ code }) => code),
  )
  const ids = new Map(known.map(({ code, id }) => [code, id]))
  const plans = await plansByCase(scope, known)
  return cases.filter((one) => {
    const id = ids.get(one.code)
    const plan = id === undefined ? undefined : planOf(region, { ...one, countFrom: undefined }, id)
    return !plan || !isStored(plans.get(plan.caseId) ?? [], plan)
  })
}

type Part = { region: Region; part: readonly CaseToStore[]; now: Temporal.Instant; counts: Counts }

const storePart = async (scope: Scope, { region, part, now, counts }: Part): Promise<void> => {
  const codes = part.map(({ code }) => code)
  const known = new Map((await casesByCodes(scope, codes)).map((one) => [one.code, one]))
  const wanted = part.map((one) => ({ one, fields: fieldsOf(region, one) }))
  const fresh = wanted.filter(({ one }) => !known.has(one.code))
  const added = await addCases(
    scope,
    fresh.map(({ one, fields }) => ({ code: one.code, ...fields })),
    now,
  )
  const ids = new Map([...known.values(), ...added].map(({ code, id }) => [code, id]))
  const changed = added.map(({ id }) => id)
  const planned = (one: CaseToStore) => planOf(region, one, ids.get(one.code))
  await storeFirstPlans(
    scope,
    fresh.flatMap(({ one }) => planned(one) ?? []),
    now,
  )
  counts.added += fresh.length
  const plans = await plansByCase(scope, [...known.values()])
  for (const { one, fields } of wanted) {
    const before = known.get(one.code)
    const suspended = await suspendOnce(scope, one, ids.get(one.code), region, now)
    if (!before) continue
    const plan = planned(one)
    const isChanged = await storeChanges(scope, {
      before,
      fields,
      plan,
      plans: plans.get(before.id) ?? [],
      now,
    })
    if (isChanged || suspended) changed.push(before.id)
    counts[isChanged || suspended ? 'changed' : 'unchanged'] += 1
  }
  await writeAudit(
    scope,
    changed.map((subjectId) => ({
      at: now,
      action: 'import.cases',
      access: 'change',
      subjectKind: 'case',
      subjectId,
    })),
  )
}

type Fields = Omit<NewCase, 'code'>

const fieldsOf = (region: Region, one: CaseToStore): Fields => {
  const municipalityId =
    one.municipalityId ?? region.offices.find(({ id }) => id === one.officeId)?.municipality
  return {
    officeId: one.officeId,
    memberId: one.memberId,
    ...(municipalityId ? { municipalityId } : {}),
    ...(one.needLevel ? { needLevel: one.needLevel } : {}),
    ...(one.closedOn ? { closedOn: one.closedOn } : {}),
  }
}

const planOf = (region: Region, one: CaseToStore, caseId: string | undefined): PlanInput | undefined => {
  if (caseId === undefined) throw new Error(`case ${one.code} was neither added nor found`)
  if (!one.plan) return undefined
  const { municipalityId } = fieldsOf(region, one)
  const newPlanStart = region.municipalities.find(({ id }) => id === municipalityId)?.newPlanStart
  return { caseId, ...one.plan, ...(newPlanStart ? { newPlanStart } : {}), countFrom: one.countFrom }
}

const plansByCase = async (scope: Scope, cases: readonly Case[]): Promise<Map<string, Plan[]>> => {
  const plans = await plansOfCases(
    scope,
    cases.map(({ id }) => id),
  )
  return Map.groupBy(plans, ({ caseId }) => caseId)
}

type Change = {
  before: Case
  fields: Fields
  plan: PlanInput | undefined
  plans: readonly Plan[]
  now: Temporal.Instant
}

const storeChanges = async (scope: Scope, { before, fields, plan, plans, now }: Change): Promise<boolean> => {
  const differs = Object.entries(fields).some(
    ([key, value]) => String(Reflect.get(before, key)) !== String(value),
  )
  if (differs) await changeCase(scope, before.id, fields)
  if (!plan || isStored(plans, plan)) return differs
  const { changed } = await storePlan(scope, plan, now)
  return differs || changed
}

/** 休止 in a ledger says since when not: from today on nothing is due, until somebody resumes the case. */
const suspendOnce = async (
  scope: Scope,
  one: CaseToStore,
  caseId: string | undefined,
  region: Region,
  now: Temporal.Instant,
): Promise<boolean> => {
  if (!one.isSuspended || caseId === undefined) return false
  const last = await lastSuspension(scope, caseId)
  const today = now.toZonedDateTimeISO(region.timeZone).toPlainDate()
  if (last && (last.to === null || Temporal.PlainDate.compare(last.to, today) >= 0)) return false
  await suspendCase(scope, { caseId, from: today, recordedBy: one.memberId })
  return true
}
