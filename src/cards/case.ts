import type { Button, Card } from '../bot/card.ts'
import type { Language } from '../bot/port.ts'
import { writeDate, writeMonth } from '../domain/date-text/write-date.ts'
import type { Catalogue } from '../text/catalogue.ts'

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
  monitorings: { id: string; dueMonth: Temporal.PlainYearMonth; done: boolean; due: boolean }[]
  /** The meeting a summary was submitted for. */
  submittedFor?: string
  /** The asker writes summaries and records monitoring of it. */
  mayWork: boolean
}

/** One case: plan, due months, and what can be done about it. `done` comes above, after a registration. */
export const caseCard = (view: CaseView, language: Language, text: Catalogue, done?: string): Card => {
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
          ...planFields(view, language, text),
        ],
      },
      ...(view.plan?.proposed ? [{ part: 'note' as const, text: text.cases.register.proposed }] : []),
      ...(view.mayWork ? [{ part: 'buttons' as const, buttons: buttons(view, language, text) }] : []),
    ],
  }
}

const planFields = ({ plan, monitorings, submittedFor }: CaseView, language: Language, text: Catalogue) => {
  if (!plan) return []
  const words = text.cases.show
  const period = words.period(writeDate(plan.validFrom, language), writeDate(plan.validTo, language))
  const months = monitorings.map(({ dueMonth, done }) => {
    const month = writeMonth(dueMonth, language)
    return done ? words.dueDone(month) : month
  })
  const due = months.join(text.answers.listSeparator) + (plan.proposed ? words.proposed : '')
  return [
    { label: words.plan, value: text.cases.kinds[plan.kind] },
    { label: words.validity, value: period },
    { label: words.due, value: due },
    { label: words.summary, value: submittedFor ? words.summaryFor(submittedFor) : words.summaryNone },
  ]
}

const buttons = (view: CaseView, language: Language, text: Catalogue): Button[] => {
  const words = text.cases.show
  const waiting = view.monitorings.find(({ due }) => due)
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
  ]
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
