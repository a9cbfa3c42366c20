import { isDeepStrictEqual } from 'node:util'
import {
  dueMonths,
  type Interval,
  type MonitoringLine,
  type PlanKind,
  type Validity,
} from '../domain/monitoring/due-months.ts'
import type { Scope } from './database.ts'
import { setDueMonths } from './monitorings.ts'
import { addPlan, type NewPlan, type Plan, plansOfCase, type StoredLine } from './plans.ts'

export type PlanInput = {
  caseId: string
  kind: PlanKind
  validity: Validity
  /** The certificate's lines; without them the months are proposed from the interval. */
  lines: readonly MonitoringLine[]
  interval: Interval | undefined
}

/** Stores a plan with the due months that follow from it. The same plan again changes nothing, and says so. */
export const storePlan = async (
  scope: Scope,
  input: PlanInput,
  now: Temporal.Instant,
): Promise<{ plan: Plan; changed: boolean }> => {
  const { caseId, kind, validity, lines, interval } = input
  const due = dueMonths({ lines, validity, kind, ...(interval ? { interval } : {}) })
  const wanted = {
    caseId,
    kind,
    validFrom: validity.start,
    validTo: validity.end,
    intervalMonths: interval ?? null,
    lines: lines.map(storedLine),
    proposed: due?.proposed ?? false,
  }
  const before = (await plansOfCase(scope, caseId)).find(({ validFrom }) => validFrom.equals(validity.start))
  if (before && isSame(before, wanted)) return { plan: before, changed: false }
  const plan = await addPlan(scope, wanted, now)
  await setDueMonths(scope, plan, due?.months ?? [])
  return { plan, changed: true }
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
