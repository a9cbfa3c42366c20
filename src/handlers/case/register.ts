import { z } from 'zod'
import { caseCard } from '../../cards/case.ts'
import { readInterval, readMonitoringLine } from '../../domain/monitoring/certificate-text.ts'
import {
  type Interval,
  lineFault,
  type MonitoringLine,
  PLAN_KINDS,
} from '../../domain/monitoring/due-months.ts'
import { addCase } from '../../store/cases.ts'
import { storePlan } from '../../store/plan-months.ts'
import { command, type Option } from '../command.ts'
import { dateText } from '../date-field.ts'
import { choice, date, shortText } from '../field.ts'
import { caseCode } from '../options.ts'
import { caseView } from './case-view.ts'
import { specialistFor } from './specialist.ts'

type MonitoringText = { line: MonitoringLine } | { interval: Interval }

/** The certificate's line, or the interval alone. */
const monitoringText = z.string().transform((typed, ctx): MonitoringText => {
  const line = readMonitoringLine(typed)
  if (line) return { line }
  const interval = readInterval(typed)
  if (interval) return { interval }
  ctx.addIssue({ code: 'custom', message: 'monitoring-line' })
  return z.NEVER
})

const memberOption: Option<string> = {
  schema: z.string().trim().min(1).max(80),
  required: false,
  words: (t) => t.commands.options.member,
  suggest: async ({ region, asker }, typed) =>
    region.members
      .filter(({ office, name }) => office !== undefined && name.includes(typed.trim()))
      .filter(({ office }) => asker.roles.includes('coordinator') || office === asker.officeId)
      .map(({ id, name }) => ({ value: id, label: name })),
}

/** `/case register [member]`: a case and its plan, with the due months that follow from it. */
export const registerCase = command({
  id: 'case.register',
  words: {
    noun: (t) => t.commands.case.noun,
    verb: (t) => t.commands.case.register.verb,
    description: (t) => t.commands.case.register.description,
  },
  permission: 'case.register',
  options: { member: memberOption },
  form: {
    title: (t) => t.cases.register.title,
    submit: (t) => t.cases.register.submit,
    fields: {
      code: shortText({ words: (t) => t.cases.fields.code, maxLength: 20, schema: caseCode }),
      kind: choice({
        words: (t) => t.cases.fields.kind,
        values: PLAN_KINDS,
        labels: (t) => t.cases.kinds,
      }),
      validFrom: date({ words: (t) => t.cases.fields.validFrom, schema: dateText }),
      validTo: date({ words: (t) => t.cases.fields.validTo, schema: dateText }),
      monitoring: shortText({
        words: (t) => t.cases.fields.monitoring,
        maxLength: 60,
        schema: monitoringText,
      }),
    },
  },
  run: async (call) => {
    const specialist = specialistFor(call, call.options.member)
    if (!specialist.ok) return specialist.refusal
    const intro = call.text.cases.register.intro(specialist.member.name)
    return { kind: 'ask', open: { intro, initial: { kind: 'new' } } }
  },
  submit: async (call) => {
    const { scope, values, now, text, language } = call
    const words = text.cases.register
    const specialist = specialistFor(call, call.options.member)
    if (!specialist.ok) return specialist.refusal
    const validity = { start: values.validFrom, end: values.validTo }
    if (Temporal.PlainDate.compare(validity.end, validity.start) < 0)
      return { kind: 'correct', faults: { fields: { validTo: words.endBeforeStart } } }
    if ('line' in values.monitoring && lineFault(values.monitoring.line, validity))
      return { kind: 'correct', faults: { fields: { monitoring: words.outsideValidity } } }
    const { member, officeId } = specialist
    const municipalityId = call.region.offices.find(({ id }) => id === officeId)?.municipality
    const kase = await addCase(
      scope,
      { code: values.code, officeId, memberId: member.id, ...(municipalityId ? { municipalityId } : {}) },
      now,
    )
    if (!kase) return { kind: 'correct', faults: { fields: { code: words.taken(values.code) } } }
    const lines = 'line' in values.monitoring ? [values.monitoring.line] : []
    const interval = 'interval' in values.monitoring ? values.monitoring.interval : undefined
    await storePlan(scope, { caseId: kase.id, kind: values.kind, validity, lines, interval }, now)
    call.note('change', 'case', kase.id)
    return { kind: 'say', card: caseCard(await caseView(call, kase), language, text, words.done(kase.code)) }
  },
})
