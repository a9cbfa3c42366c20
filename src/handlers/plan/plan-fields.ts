import { z } from 'zod'
import { storePlan } from '../../actions/plan/plan-months.ts'
import type { FormFaults } from '../../bot/form.ts'
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
import { dateText } from '../fields.ts'
import type { BaseCall } from '../legacy/command.ts'
import { date, lines, optional } from '../legacy/field.ts'

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
  validFrom: date({ words: (t) => t.cases.fields.validFrom, schema: dateText }),
  validTo: date({ words: (t) => t.cases.fields.validTo, schema: dateText }),
  monitoring: optional(
    lines({ words: (t) => t.cases.fields.monitoring, maxLength: 400, schema: monitoringText }),
  ),
}

export type PlanValues = {
  validFrom: Temporal.PlainDate
  validTo: Temporal.PlainDate
  monitoring: MonitoringText | undefined
}

/** What does not fit in a plan, at its field; undefined where all fits. A self-plan needs no monitoring period. */
export const planFault = (
  values: PlanValues,
  selfPlan: boolean,
  { text, language }: Pick<BaseCall, 'text' | 'language'>,
): FormFaults | undefined => {
  const words = text.plans.faults
  const validity = { start: values.validFrom, end: values.validTo }
  if (Temporal.PlainDate.compare(validity.end, validity.start) < 0)
    return { fields: { validTo: words.endBeforeStart } }
  if (!values.monitoring) return selfPlan ? undefined : { fields: { monitoring: words.monitoringMissing } }
  const fault = linesFault(values.monitoring.lines, validity, { text, language })
  return fault === undefined ? undefined : { fields: { monitoring: fault } }
}

/** Which part of the printed lines does not fit, and what would. */
export const linesFault = (
  lines: readonly MonitoringLine[],
  validity: Validity,
  { text, language }: Pick<BaseCall, 'text' | 'language'>,
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
  call: BaseCall,
  kase: Pick<Case, 'id' | 'municipalityId'>,
  kind: PlanKind,
  values: PlanValues,
): Promise<void> => {
  const municipality = call.region.municipalities.find(({ id }) => id === kase.municipalityId)
  await storePlan(
    call.scope,
    {
      caseId: kase.id,
      kind,
      validity: { start: values.validFrom, end: values.validTo },
      lines: values.monitoring?.lines ?? [],
      interval: values.monitoring?.interval,
      ...(municipality ? { newPlanStart: municipality.newPlanStart } : {}),
    },
    call.now,
  )
}
