import {
  dueMonthsOfLines,
  type Interval,
  type MonitoringLine,
  type PlanKind,
  proposeDueMonths,
  type Validity,
} from '../domain/monitoring/due-months.ts'
import type { Scope } from './database.ts'
import { setDueMonths } from './monitorings.ts'
import { addPlan, type Plan, type StoredLine } from './plans.ts'

export type PlanInput = {
  caseId: string
  kind: PlanKind
  validity: Validity
  /** The certificate's lines; without them the months are proposed from the interval. */
  lines: readonly MonitoringLine[]
  interval: Interval | undefined
}

/** Stores a plan with the due months that follow from it. Storing the same plan again changes nothing. */
export const storePlan = async (scope: Scope, input: PlanInput, now: Temporal.Instant): Promise<Plan> => {
  const { caseId, kind, validity, lines, interval } = input
  const printed = lines.length > 0
  const due = printed
    ? dueMonthsOfLines(lines)
    : interval
      ? proposeDueMonths({ validity, kind, interval })
      : { months: [], proposed: false }
  const plan = await addPlan(
    scope,
    {
      caseId,
      kind,
      validFrom: validity.start,
      validTo: validity.end,
      intervalMonths: interval ?? null,
      lines: lines.map(storedLine),
      proposed: due.proposed,
    },
    now,
  )
  await setDueMonths(scope, plan, due.months)
  return plan
}

const storedLine = (line: MonitoringLine): StoredLine =>
  'months' in line
    ? { months: line.months.map(String) }
    : { everyMonths: line.everyMonths, first: line.first.toString(), last: line.last.toString() }
