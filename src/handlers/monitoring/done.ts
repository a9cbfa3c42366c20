import type { Choice } from '../../bot/card.ts'
import { refusalCard } from '../../cards/answer.ts'
import { recordedCard } from '../../cards/monitoring/monitoring.ts'
import { writeDate, writeMonth } from '../../domain/calendar/write-date.ts'
import { mayWorkOnCase } from '../../domain/case/permission.ts'
import { memberName } from '../../domain/region/names.ts'
import { caseByCode } from '../../store/case/cases.ts'
import {
  dueMonitorings,
  monitoringById,
  OUTCOMES,
  openMonitoringsOf,
  recordDone,
} from '../../store/monitoring/monitorings.ts'
import { dateText } from '../fields.ts'
import { type BaseCall, command, type Outcome } from '../legacy/command.ts'
import { choice, date, longText, optional } from '../legacy/field.ts'
import { idOption, optionalCase } from '../legacy/options.ts'

const monitoringOption = idOption('optional', (t) => t.commands.options.monitoring)

const fields = {
  monitoring: choice({ words: (t) => t.monitoring.fields.monitoring }),
  doneOn: date({ words: (t) => t.monitoring.fields.doneOn, schema: dateText }),
  outcome: choice({
    words: (t) => t.monitoring.fields.outcome,
    values: OUTCOMES,
    labels: (t) => t.monitoring.outcomes,
  }),
  reason: optional(longText({ words: (t) => t.monitoring.fields.reason, maxLength: 300 })),
}

/** `/monitoring done [case]`, or the button beside a due month. */
export const recordMonitoring = command({
  id: 'monitoring.done',
  words: {
    noun: (t) => t.commands.monitoring.noun,
    verb: (t) => t.commands.monitoring.done.verb,
    description: (t) => t.commands.monitoring.done.description,
  },
  permission: 'monitoring.record',
  options: { case: optionalCase, monitoring: monitoringOption },
  form: { title: (t) => t.monitoring.done.title, submit: (t) => t.monitoring.done.submit, fields },
  run: async (call) => {
    const { monitoring, case: code } = call.options
    if (monitoring) return openFor(call, await monitoringById(call.scope, monitoring))
    const offered = code ? await offeredOfCase(call, code) : await offeredOfMember(call)
    const [first] = offered
    if (!first)
      return refuse(code ? call.text.monitoring.done.nothingDue(code) : call.text.monitoring.due.none)
    return ask(call, offered, first.value)
  },
  submit: async (call) => {
    const { values, text, today, language } = call
    const found = await monitoringById(call.scope, values.monitoring)
    const refusal = refusalFor(call, found)
    if (!found || refusal) return refusal ?? refuse(text.monitoring.done.notFound)
    if (Temporal.PlainDate.compare(values.doneOn, today) > 0)
      return { kind: 'correct', faults: { fields: { doneOn: text.monitoring.done.future } } }
    if (values.outcome === 'could_not_meet' && values.reason === undefined)
      return { kind: 'correct', faults: { fields: { reason: text.monitoring.done.reasonMissing } } }
    const done = { doneOn: values.doneOn, outcome: values.outcome }
    const first = await recordDone(call.scope, found.id, {
      ...done,
      reason: values.reason,
      recordedBy: call.asker.memberId,
      recordedAt: call.now,
    })
    if (!first)
      return (
        refusalFor(call, await monitoringById(call.scope, found.id)) ?? refuse(text.monitoring.done.notFound)
      )
    call.note('change', 'monitoring', found.id)
    return { kind: 'say', card: recordedCard({ ...found, ...done }, language, text) }
  },
})

const refuse = (heading: string): Outcome => ({
  kind: 'refuse',
  card: refusalCard('monitoring.refused', heading),
})

type Found = Awaited<ReturnType<typeof monitoringById>>

const refusalFor = (call: BaseCall, found: Found): Outcome | undefined => {
  const words = call.text.monitoring.done
  if (!found) return refuse(words.notFound)
  if (!mayWorkOnCase(call.asker, found)) return refuse(words.notYours)
  if (found.doneOn === null) return undefined
  const name = found.recordedBy ? memberName(call.region, found.recordedBy) : ''
  return refuse(words.already(name, writeDate(found.doneOn, call.language)))
}

const openFor = (call: BaseCall, found: Found): Outcome => {
  const refusal = refusalFor(call, found)
  if (!found || refusal) return refusal ?? refuse(call.text.monitoring.done.notFound)
  return ask(call, [choiceOf(call, found)], found.id)
}

const choiceOf = (
  { text, language }: BaseCall,
  { id, code, dueMonth }: { id: string; code: string; dueMonth: Temporal.PlainYearMonth },
): Choice => ({ value: id, label: text.monitoring.due.item(code, writeMonth(dueMonth, language)) })

const offeredOfMember = async (call: BaseCall): Promise<Choice[]> => {
  const memberIds = [call.asker.memberId, ...(call.asker.standsInFor ?? [])]
  const due = await dueMonitorings(call.scope, call.today, { memberIds })
  return due.slice(0, 25).map((one) => choiceOf(call, one))
}

const offeredOfCase = async (call: BaseCall, code: string): Promise<Choice[]> => {
  const kase = await caseByCode(call.scope, code)
  if (!kase || !mayWorkOnCase(call.asker, kase)) return []
  const open = await openMonitoringsOf(call.scope, kase.id)
  return open.slice(0, 25).map(({ id, dueMonth }) => choiceOf(call, { id, code, dueMonth }))
}

const ask = (call: BaseCall, offered: Choice[], chosen: string): Outcome => ({
  kind: 'ask',
  open: {
    initial: { monitoring: chosen, doneOn: call.today.toString(), outcome: 'as_planned' },
    choices: { monitoring: offered },
  },
})
