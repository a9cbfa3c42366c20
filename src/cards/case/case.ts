import type { Button, Card } from '../../bot/card.ts'
import type { Language } from '../../bot/port.ts'
import { writeDate, writeMonth } from '../../domain/calendar/write-date.ts'
import type { Catalogue } from '../../text/catalogue.ts'

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
  /** The plan's end has come near. */
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
  return {
    tag: 'case.show',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      {
        part: 'fields',
        fields: [
          { label: words.office, value: view.office },
          { label: words.member, value: view.member },
          ...stateFields(view, language, text),
          ...planFields(view, language, text),
          ...lastField(view, language, text),
        ],
      },
      ...(view.plan?.proposed ? [{ part: 'note' as const, text: text.cases.register.proposed }] : []),
      ...notes.map((note) => ({ part: 'note' as const, text: note })),
      ...(view.mayWork ? [{ part: 'buttons' as const, buttons: buttons(view, language, text) }] : []),
    ],
  }
}

const stateFields = (view: CaseView, language: Language, text: Catalogue) => {
  const { show, needLevels, selfPlans, closingReasons } = text.cases
  const { closed, suspendedFrom, needLevel, selfPlan, proposedInterval } = view
  const reason = closed?.reason ? closingReasons[closed.reason] : undefined
  return [
    ...(closed
      ? [{ label: show.closed, value: [writeDate(closed.on, language), reason].filter(Boolean).join(' ') }]
      : []),
    ...(suspendedFrom
      ? [{ label: show.suspended, value: show.suspendedFrom(writeDate(suspendedFrom, language)) }]
      : []),
    ...(needLevel ? [{ label: show.needLevel, value: needLevels[needLevel] }] : []),
    ...(selfPlan ? [{ label: show.selfPlan, value: selfPlans[selfPlan] }] : []),
    ...(proposedInterval
      ? [{ label: show.proposedInterval, value: show.waits(text.monitoring.every(proposedInterval)) }]
      : []),
  ]
}

const planFields = ({ plan, monitorings, submittedFor }: CaseView, language: Language, text: Catalogue) => {
  if (!plan) return []
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
    { label: words.plan, value: text.cases.kinds[plan.kind] },
    { label: words.validity, value: period },
    { label: words.due, value: due },
    { label: words.summary, value: submittedFor ? words.summaryFor(submittedFor) : words.summaryNone },
  ]
}

const lastField = ({ last }: CaseView, language: Language, text: Catalogue) => {
  if (!last) return []
  const words = text.cases.show
  const outcome = words.lastValue(writeMonth(last.dueMonth, language), text.monitoring.outcomes[last.outcome])
  return [{ label: words.last, value: [outcome, last.reason].filter(Boolean).join('\n') }]
}

const buttons = (view: CaseView, language: Language, text: Catalogue): Button[] => {
  const words = text.cases.show
  const waiting = view.monitorings.find(({ due }) => due)
  const press = (command: string) => ({ command, options: { case: view.code } })
  if (view.closed) return [{ label: words.reopen, press: press('case.reopen') }]
  return [
    {
      label: view.submittedFor ? words.edit : words.write,
      press: { command: 'summary.submit', options: { case: view.code } },
      style: 'primary',
    },
    ...(waiting
      ? [
          {
            label: words.record(writeMonth(waiting.dueMonth, language)),
            press: { command: 'monitoring.done', options: { monitoring: waiting.id } },
          },
        ]
      : []),
    ...(view.plan?.proposed ? [{ label: words.certificate, press: press('plan.certificate') }] : []),
    ...(view.renewalNear ? [{ label: words.renew, press: press('plan.renew') }] : []),
  ]
}

/** Said to who handed cases on. */
export const assignedCard = (codes: string[], to: string, text: Catalogue): Card => {
  const words = text.cases.assign
  return {
    tag: 'case.assigned',
    summary: words.done(codes.length, to),
    parts: [
      { part: 'heading', text: words.done(codes.length, to) },
      { part: 'text', text: codes.join(text.answers.listSeparator) },
      { part: 'note', text: words.doneNext(to) },
    ],
  }
}

export type CaseLine = { code: string; kind?: string; validTo?: string; next?: string }

/** `whose`: the asker's own cases, or the region's. */
export const caseListCard = (lines: CaseLine[], whose: 'own' | 'region', text: Catalogue): Card => {
  const words = text.cases.list
  const heading = whose === 'own' ? words.heading(lines.length) : words.regionHeading(lines.length)
  if (lines.length === 0)
    return {
      tag: 'case.list',
      summary: words.none,
      parts: [
        { part: 'heading', text: words.none },
        { part: 'text', text: words.noneNext },
      ],
    }
  return {
    tag: 'case.list',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      {
        part: 'table',
        columns: words.columns,
        rows: lines.map(({ code, kind, validTo, next }) => [code, kind ?? '', validTo ?? '', next ?? '']),
      },
    ],
  }
}
