import { isDeepStrictEqual } from 'node:util'
import {
  type DueMonths,
  dueMonths,
  INTERVALS,
  type Interval,
  type MonitoringLine,
  type PlanKind,
  type Validity,
} from '../../domain/monitoring/due-months.ts'
import type { Scope } from '../../store/engine/database.ts'
import { addDueMonths, dropOpenMonthsFrom, setDueMonths } from '../../store/monitoring/monitorings.ts'
import {
  addPlan,
  addPlans,
  deletePlan,
  isPlanInUse,
  type NewPlan,
  type Plan,
  plansOfCase,
  type StoredLine,
} from '../../store/plan/plans.ts'

export type PlanInput = {
  caseId: string
  kind: PlanKind
  validity: Validity
  /** The certificate's lines; without them the months are proposed from the interval. */
  lines: readonly MonitoringLine[]
  interval: Interval | undefined
  /** By the municipality's custom, where a new plan's months are proposed. */
  newPlanStart?: 'decision' | 'next'
  /** Months before this one are done and recorded elsewhere: a ledger taken over midway. */
  countFrom?: Temporal.PlainYearMonth | undefined
}

/**
 * Stores a plan (upsert) with the due months that follow from it: from its first month on it replaces the plan before,
 * and ends where a later one begins. Idempotent: the same plan again changes nothing, and `changed` is false.
 */
export const storePlan = async (
  scope: Scope,
  input: PlanInput,
  now: Temporal.Instant,
): Promise<{ plan: Plan; changed: boolean }> => {
  const { caseId, validity, countFrom } = input
  const { wanted, due } = planOf(input)
  const others = await plansOfCase(scope, caseId)
  const before = others.find(({ validFrom }) => validFrom.equals(validity.start))
  if (before && isSame(before, wanted)) return { plan: before, changed: false }
  const plan = await addPlan(scope, wanted, now)
  const compare = Temporal.PlainDate.compare
  const next = others.findLast(({ validFrom }) => compare(validFrom, validity.start) > 0)
  const previous = others.find(({ validFrom }) => compare(validFrom, validity.start) < 0)
  if (previous) await dropOpenMonthsFrom(scope, previous.id, validity.start.toPlainYearMonth())
  await setDueMonths(scope, plan, since(countFrom, until(next?.validFrom, due)))
  return { plan, changed: true }
}

/** Stores the plans of cases that have none yet, in as few statements as for one. */
export const storeFirstPlans = async (
  scope: Scope,
  inputs: readonly PlanInput[],
  now: Temporal.Instant,
): Promise<void> => {
  const made = inputs.map((input) => ({ input, ...planOf(input) }))
  const added = await addPlans(
    scope,
    made.map(({ wanted }) => wanted),
    now,
  )
  const ids = new Map(added.map(({ caseId, id }) => [caseId, id]))
  const months = made.flatMap(({ input: { caseId, countFrom }, due }) => {
    const planId = ids.get(caseId)
    if (planId === undefined) throw new Error('a plan was not added')
    return since(countFrom, due?.months ?? []).map((dueMonth) => ({ caseId, planId, dueMonth }))
  })
  await addDueMonths(scope, months)
}

/** Whether a plan is stored just so among a case's. */
export const isStored = (plans: readonly Plan[], input: PlanInput): boolean => {
  const { wanted } = planOf(input)
  const before = plans.find(({ validFrom }) => validFrom.equals(wanted.validFrom))
  return before !== undefined && isSame(before, wanted)
}

const planOf = (input: PlanInput): { wanted: NewPlan; due: DueMonths | undefined } => {
  const { caseId, kind, validity, lines, interval, newPlanStart } = input
  const due = monthsOf(input, newPlanStart)
  const wanted = {
    caseId,
    kind,
    validFrom: validity.start,
    validTo: validity.end,
    intervalMonths: interval ?? null,
    lines: lines.map(storedLine),
    proposed: due?.proposed ?? false,
  }
  return { wanted, due }
}

/**
 * Deletes the case's latest plan as mistyped, and restores the months that it had taken from the plan before. False
 * where something refers to it: a month that was recorded, a summary, a proposed interval.
 */
export const removePlan = async (
  scope: Scope,
  plan: Plan,
  newPlanStart: PlanInput['newPlanStart'],
): Promise<boolean> => {
  if (await isPlanInUse(scope, plan.id)) return false
  await setDueMonths(scope, plan, [])
  await deletePlan(scope, plan.id)
  const [previous] = await plansOfCase(scope, plan.caseId)
  if (previous) {
    const taken = since(
      plan.validFrom.toPlainYearMonth(),
      monthsOf(inputOf(previous), newPlanStart)?.months ?? [],
    )
    const { id: planId, caseId } = previous
    await addDueMonths(
      scope,
      taken.map((dueMonth) => ({ caseId, planId, dueMonth })),
    )
  }
  return true
}

const monthsOf = (
  { lines, validity, kind, interval }: Omit<PlanInput, 'caseId'>,
  newPlanStart: PlanInput['newPlanStart'],
): DueMonths | undefined => dueMonths({ lines, validity, kind, interval, newPlanStart })

/** Drops the months from the plan that replaces it on. */
const until = (
  end: Temporal.PlainDate | undefined,
  due: DueMonths | undefined,
): Temporal.PlainYearMonth[] => {
  const last = end?.toPlainYearMonth()
  return (due?.months ?? []).filter((month) => !last || Temporal.PlainYearMonth.compare(month, last) < 0)
}

const since = (
  first: Temporal.PlainYearMonth | undefined,
  months: readonly Temporal.PlainYearMonth[],
): Temporal.PlainYearMonth[] =>
  months.filter((month) => !first || Temporal.PlainYearMonth.compare(month, first) >= 0)

/** Converts a stored plan back to its input. */
export const inputOf = (plan: Plan): PlanInput => ({
  caseId: plan.caseId,
  kind: plan.kind,
  validity: { start: plan.validFrom, end: plan.validTo },
  lines: plan.lines.map(lineOf),
  interval: INTERVALS.find((months) => months === plan.intervalMonths),
})

const lineOf = (line: StoredLine): MonitoringLine => {
  if ('months' in line) return { months: line.months.map((month) => Temporal.PlainYearMonth.from(month)) }
  const everyMonths = INTERVALS.find((months) => months === line.everyMonths)
  if (!everyMonths) throw new Error(`a stored line steps by ${line.everyMonths} months`)
  const month = (written: string) => Temporal.PlainYearMonth.from(written)
  return { everyMonths, first: month(line.first), last: month(line.last) }
}

const isSame = (before: Plan, wanted: NewPlan): boolean =>
  before.kind === wanted.kind &&
  before.validTo.equals(wanted.validTo) &&
  before.intervalMonths === wanted.intervalMonths &&
  before.proposed === wanted.proposed &&
  isDeepStrictEqual(before.lines, wanted.lines)

const storedLine = (line: MonitoringLine): StoredLine =>
  'months' in line
    ? { months: line.months.map(String) }
    : { everyMonths: line.everyMonths, first: line.first.toString(), last: line.last.toString() }
