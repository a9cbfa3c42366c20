import type { Card, ListItem, Part } from '../../bot/card.ts'
import type { Language } from '../../bot/port.ts'
import { writeDate, writeMonth } from '../../domain/calendar/write-date.ts'
import { claimNotes } from '../../domain/monitoring/claims.ts'
import type { Catalogue } from '../../text/catalogue.ts'

export type MonitoringLine = {
  id: string
  code: string
  dueMonth: Temporal.PlainYearMonth
  overdue: boolean
  member?: string
}

export const monitoringListCard = (lines: MonitoringLine[], language: Language, text: Catalogue): Card => {
  const words = text.monitoring.due
  const heading = lines.length === 0 ? words.none : words.heading(lines.length)
  const item = ({ id, code, dueMonth, member }: MonitoringLine): ListItem => ({
    text: words.item(code, writeMonth(dueMonth, language)),
    ...(member ? { detail: member } : {}),
    button: { label: words.record, press: { command: 'monitoring.done', options: { monitoring: id } } },
  })
  const group = (title: string, items: ListItem[]): Part[] =>
    items.length === 0
      ? []
      : [
          { part: 'text', text: title },
          { part: 'list', items },
        ]
  return {
    tag: 'monitoring.due',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      ...group(words.overdue, lines.filter(({ overdue }) => overdue).map(item)),
      ...group(words.thisMonth, lines.filter(({ overdue }) => !overdue).map(item)),
    ],
  }
}

type Recorded = {
  code: string
  dueMonth: Temporal.PlainYearMonth
  doneOn: Temporal.PlainDate
  outcome: keyof Catalogue['monitoring']['outcomes']
}

/** What was recorded, and what an outcome other than "as planned" asks for next. */
export const recordedCard = (
  { code, dueMonth, doneOn, outcome }: Recorded,
  language: Language,
  text: Catalogue,
): Card => {
  const { done, fields, outcomes } = text.monitoring
  const heading = done.done(code, writeMonth(dueMonth, language))
  const next = nextStep(code, outcome, text)
  return {
    tag: 'monitoring.recorded',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      {
        part: 'fields',
        fields: [
          { label: fields.doneOn.label, value: writeDate(doneOn, language) },
          { label: fields.outcome.label, value: outcomes[outcome] },
        ],
      },
      ...next,
      ...claimNotes({ dueMonth, doneOn, outcome }).map(
        (note): Part => ({ part: 'note', text: text.monitoring.claims[note] }),
      ),
    ],
  }
}

/** What an outcome other than "as planned" asks for, with the button that begins it. */
const nextStep = (code: string, outcome: Recorded['outcome'], text: Catalogue): Part[] => {
  const { done } = text.monitoring
  const button = (label: string, command: string): Part => ({
    part: 'buttons',
    buttons: [{ label, press: { command, options: { case: code } } }],
  })
  switch (outcome) {
    case 'as_planned':
      return []
    case 'plan_change_needed':
      return [{ part: 'note', text: done.planChangeNext }, button(done.changePlan, 'plan.change')]
    case 'interval_change_needed':
      return [
        { part: 'note', text: done.intervalChangeNext },
        button(done.proposeInterval, 'monitoring.propose'),
      ]
    case 'could_not_meet':
      return [{ part: 'note', text: done.notMetNext }]
    default:
      return outcome satisfies never
  }
}
