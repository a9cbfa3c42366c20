import {
  type Button,
  button,
  buttons,
  type Card,
  card,
  type Field,
  field,
  fields,
  type ListItem,
  list,
  type Maybe,
  note,
  type Parts,
  paragraph,
  present,
  table,
} from '../../bot/card.ts'
import type { Language } from '../../bot/port.ts'
import { writeDate, writeMonth } from '../../domain/calendar/write-date.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import { writePress } from '../summary.ts'

export type CaseView = {
  code: string
  office: string
  member: string
  plan?: {
    kind: 'new' | 'change' | 'renewal'
    validFrom: Temporal.PlainDate
    validTo: Temporal.PlainDate
    proposed: boolean
  }
  closed?: { on: Temporal.PlainDate; reason: keyof Catalogue['cases']['closingReasons'] | null }
  suspendedFrom?: Temporal.PlainDate
  needLevel?: 1 | 2 | 3
  selfPlan?: 'wished' | 'unwished'
  /** An interval that waits for the municipality's decision. */
  proposedInterval?: number
  /** The plan ends within the first step of the region's ladder. */
  renewalNear: boolean
  monitorings: { id: string; dueMonth: Temporal.PlainYearMonth; done: boolean; due: boolean }[]
  /** What was recorded last. */
  last?: {
    dueMonth: Temporal.PlainYearMonth
    outcome: keyof Catalogue['monitoring']['outcomes']
    reason?: string
  }
  /** The meeting a summary was submitted for. */
  submittedFor?: string
  /** The asker writes summaries and records monitoring of it. */
  mayWork: boolean
}

/** One case: plan, due months, and what can be done about it. `done` comes above, after a registration. */
export const caseCard = (
  view: CaseView,
  language: Language,
  text: Catalogue,
  done?: string,
  notes: readonly string[] = [],
): Card => {
  const words = text.cases.show
  const heading = done ?? words.heading(view.code)
  return card(
    'case.show',
    heading,
    fields(
      field(words.office, view.office),
      field(words.member, view.member),
      stateFields(view, language, text),
      planFields(view, language, text),
      lastField(view, language, text),
    ),
    view.plan?.proposed && note(text.cases.register.proposed),
    notes.map(note),
    view.mayWork && buttons(nextSteps(view, language, text)),
  )
}

const stateFields = (view: CaseView, language: Language, text: Catalogue): Maybe<Field> => {
  const { show, needLevels, selfPlans, closingReasons } = text.cases
  const { closed, suspendedFrom, needLevel, selfPlan, proposedInterval } = view
  const reason = closed?.reason ? closingReasons[closed.reason] : undefined
  return [
    closed && field(show.closed, present(writeDate(closed.on, language), reason).join(' ')),
    suspendedFrom && field(show.suspended, show.suspendedFrom(writeDate(suspendedFrom, language))),
    needLevel && field(show.needLevel, needLevels[needLevel]),
    selfPlan && field(show.selfPlan, selfPlans[selfPlan]),
    proposedInterval !== undefined &&
      field(show.proposedInterval, show.waits(text.monitoring.every(proposedInterval))),
  ]
}

const planFields = (
  { plan, monitorings, submittedFor }: CaseView,
  language: Language,
  text: Catalogue,
): Maybe<Field> => {
  if (!plan) return undefined
  const words = text.cases.show
  const period = words.period(writeDate(plan.validFrom, language), writeDate(plan.validTo, language))
  const months = monitorings.map(({ dueMonth, done }) => {
    const month = writeMonth(dueMonth, language)
    return done ? words.dueDone(month) : month
  })
  const due =
    months.length === 0
      ? words.dueNone
      : months.join(text.answers.listSeparator) + (plan.proposed ? words.proposed : '')
  return [
    field(words.plan, text.cases.kinds[plan.kind]),
    field(words.validity, period),
    field(words.due, due),
    field(words.summary, submittedFor ? words.summaryFor(submittedFor) : words.summaryNone),
  ]
}

const lastField = ({ last }: CaseView, language: Language, text: Catalogue): Maybe<Field> => {
  if (!last) return undefined
  const words = text.cases.show
  const outcome = words.lastValue(writeMonth(last.dueMonth, language), text.monitoring.outcomes[last.outcome])
  return field(words.last, present(outcome, last.reason).join('\n'))
}

const nextSteps = (view: CaseView, language: Language, text: Catalogue): Maybe<Button> => {
  const words = text.cases.show
  const waiting = view.monitorings.find(({ due }) => due)
  const about = { case: view.code }
  if (view.closed) return button(words.reopen, 'case.reopen', about)
  return [
    button(view.submittedFor ? words.edit : words.write, 'summary.submit', about, { style: 'primary' }),
    waiting &&
      button(words.record(writeMonth(waiting.dueMonth, language)), 'monitoring.done', {
        monitoring: waiting.id,
      }),
    view.plan?.proposed && button(words.certificate, 'plan.certificate', about),
    view.renewalNear && button(words.renew, 'plan.renew', about),
  ]
}

/** Confirms to who handed cases on. */
export const assignedCard = (codes: string[], to: string, text: Catalogue): Card => {
  const words = text.cases.assign
  return card(
    'case.assigned',
    words.done(codes.length, to),
    paragraph(codes.join(text.answers.listSeparator)),
    note(words.doneNext(to)),
  )
}

export type CaseLine = { code: string; kind?: string; validTo?: string; next?: string }

/** `whose`: the asker's own cases, or the region's. */
export const caseListCard = (lines: CaseLine[], whose: 'own' | 'region', text: Catalogue): Card => {
  const words = text.cases.list
  const heading = whose === 'own' ? words.heading(lines.length) : words.regionHeading(lines.length)
  if (lines.length === 0) return card('case.list', words.none, paragraph(words.noneNext))
  return card(
    'case.list',
    heading,
    table(
      words.columns,
      lines.map(({ code, kind, validTo, next }) => [code, kind ?? '', validTo ?? '', next ?? '']),
    ),
  )
}

type Line = {
  code: string
  member: string
  needLevel: 1 | 2 | 3
  lastSeen: Temporal.PlainDate
  due: Temporal.PlainDate
  /** Its day has come. */
  past: boolean
}

export const priorityCard = (lines: Line[], language: Language, text: Catalogue): Card => {
  const words = text.cases.priority
  const heading = lines.length === 0 ? words.none : words.heading(lines.length)
  const item = ({ code, member, needLevel, lastSeen, due }: Line): ListItem => ({
    text: words.line(code, needLevel, writeDate(due, language)),
    detail: words.detail(member, writeDate(lastSeen, language)),
    button: { label: words.write, press: writePress({ code, form: 'priority_review' }) },
  })
  const group = (title: string, some: Line[]): Parts =>
    some.length === 0 ? [] : [paragraph(title), list(some.map(item))]
  return card(
    'case.priority',
    heading,
    group(
      words.past,
      lines.filter(({ past }) => past),
    ),
    group(
      words.coming,
      lines.filter(({ past }) => !past),
    ),
  )
}
