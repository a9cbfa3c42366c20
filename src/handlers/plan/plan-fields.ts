import { z } from 'zod'
import { storePlan } from '../../actions/plan/plan-months.ts'
import { writeMonth } from '../../domain/calendar/write-date.ts'
import { readInterval, readMonitoringLine } from '../../domain/monitoring/certificate-text.ts'
import {
  type Interval,
  lineFault,
  type MonitoringLine,
  type PlanKind,
  type Validity,
} from '../../domain/monitoring/due-months.ts'
import { readMonthList } from '../../domain/monitoring/month-list.ts'
import type { Case } from '../../store/case/cases.ts'
import { fieldFaults } from '../answer.ts'
import type { Call } from '../call.ts'
import { date, lines, optional } from '../fields.ts'

/** The certificate's lines as printed, or the interval alone. */
export type MonitoringText = { lines: MonitoringLine[]; interval?: Interval }

export const monitoringText = z.string().transform((typed, ctx): MonitoringText => {
  const interval = readInterval(typed)
  if (interval) return { lines: [], interval }
  const written = typed.split('\n').filter((line) => line.trim() !== '')
  const read = written.map((line) => readMonitoringLine(line) ?? readMonthList(line))
  const understood = read.filter((line) => line !== undefined)
  if (read.length > 0 && understood.length === read.length) return { lines: understood }
  ctx.addIssue({ code: 'custom', message: 'monitoring-line' })
  return z.NEVER
})

/** What the certificate says of a plan. Without a monitoring period nothing is due: a self-plan. */
export const planFields = {
  validFrom: date(),
  validTo: date(),
  monitoring: optional(lines({ maxLength: 400, schema: monitoringText })),
}

type PlanValues = {
  validFrom: Temporal.PlainDate
  validTo: Temporal.PlainDate
  monitoring: MonitoringText | undefined
}

/** Refuses what does not fit in a plan, at its field. A self-plan needs no monitoring period. */
export const checkPlan = (
  call: Call,
  { validFrom, validTo, monitoring }: PlanValues,
  selfPlan: boolean,
): void => {
  const words = call.text.plans.faults
  if (Temporal.PlainDate.compare(validTo, validFrom) < 0) throw fieldFaults({ validTo: words.endBeforeStart })
  if (!monitoring && !selfPlan) throw fieldFaults({ monitoring: words.monitoringMissing })
  const fault = linesFault(monitoring?.lines ?? [], { start: validFrom, end: validTo }, call)
  if (fault !== undefined) throw fieldFaults({ monitoring: fault })
}

/** Explains which part of the printed lines does not fit, and what would. */
export const linesFault = (
  lines: readonly MonitoringLine[],
  validity: Validity,
  { text, language }: Call,
): string | undefined => {
  const words = text.plans.faults
  const month = (value: Temporal.PlainYearMonth) => writeMonth(value, language)
  for (const line of lines) {
    const fault = lineFault(line, validity)
    if (!fault) continue
    switch (fault.reason) {
      case 'last-before-first':
        return words.lastBeforeFirst
      case 'last-not-reached':
        return words.lastNotReached(month(fault.would))
      case 'outside-validity':
        return words.outsideValidity(
          month(fault.month),
          month(validity.start.toPlainYearMonth()),
          month(validity.end.toPlainYearMonth()),
        )
      default:
        return fault satisfies never
    }
  }
  return undefined
}

/** Stores what was typed as the case's plan, with its due months by the municipality's custom. */
export const storePlanOf = async (
  call: Call,
  supportCase: Case,
  kind: PlanKind,
  { validFrom, validTo, monitoring }: PlanValues,
): Promise<void> => {
  const plan = {
    caseId: supportCase.id,
    kind,
    validity: { start: validFrom, end: validTo },
    lines: monitoring?.lines ?? [],
    interval: monitoring?.interval,
    newPlanStart: newPlanStartOf(call.region, supportCase),
  }
  await storePlan(call.scope, plan, call.now)
}

/** By the custom of the municipality that decides the case's plans. */
export const newPlanStartOf = ({ municipalities }: Call['region'], { municipalityId }: Case) =>
  municipalities.find(({ id }) => id === municipalityId)?.newPlanStart
