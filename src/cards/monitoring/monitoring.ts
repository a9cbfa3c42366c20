import {
  button,
  buttons,
  type Card,
  card,
  field,
  fields,
  type ListItem,
  list,
  note,
  type Parts,
  paragraph,
  present,
  under,
} from '../../bot/card.ts'
import type { Language } from '../../bot/port.ts'
import { writeDate, writeMonth } from '../../domain/calendar/write-date.ts'
import { claimNotes } from '../../domain/monitoring/claims.ts'
import type { IntervalSuggestion } from '../../domain/monitoring/standard-interval.ts'
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
    detail: member,
    button: button(words.record, 'monitoring.done', { monitoring: id }),
  })
  return card(
    'monitoring.due',
    heading,
    under(words.overdue, list(lines.filter(({ overdue }) => overdue).map(item))),
    under(words.thisMonth, list(lines.filter(({ overdue }) => !overdue).map(item))),
  )
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
  const { done, fields: labels, outcomes } = text.monitoring
  const heading = done.done(code, writeMonth(dueMonth, language))
  return card(
    'monitoring.recorded',
    heading,
    fields(
      field(labels.doneOn.label, writeDate(doneOn, language)),
      field(labels.outcome.label, outcomes[outcome]),
    ),
    nextStep(code, outcome, text),
    claimNotes({ dueMonth, doneOn, outcome }).map((claim) => note(text.monitoring.claims[claim])),
  )
}

/** What an outcome other than "as planned" asks for, with the button that begins it. */
const nextStep = (code: string, outcome: Recorded['outcome'], text: Catalogue): Parts => {
  const { done } = text.monitoring
  const begin = (label: string, command: string) => buttons(button(label, command, { case: code }))
  switch (outcome) {
    case 'as_planned':
      return undefined
    case 'plan_change_needed':
      return [note(done.planChangeNext), begin(done.changePlan, 'plan.change')]
    case 'interval_change_needed':
      return [note(done.intervalChangeNext), begin(done.proposeInterval, 'monitoring.propose')]
    case 'could_not_meet':
      return note(done.notMetNext)
    default:
      return outcome satisfies never
  }
}

/** The standard that applies, the rows it comes from, and what is uncertain about it. */
export const standardIntervalCard = (suggestion: IntervalSuggestion, text: Catalogue): Card => {
  const words = text.standardIntervals
  const { months, rows, certain, shorterDesirable } = suggestion
  const heading = months === undefined ? words.notFound : words.heading(text.monitoring.every(months))
  return card(
    'monitoring.standard',
    heading,
    list(
      rows.map((row) => ({
        text: words.row(
          words.rows[row.id] ?? row.id,
          row.months === undefined ? words.unknown : text.monitoring.every(row.months),
        ),
        detail: present<string>(words.since(row.since), !row.certain && words.uncertain).join(
          text.answers.listSeparator,
        ),
      })),
    ),
    shorterDesirable.length > 0 && [
      paragraph(words.shorter),
      list(shorterDesirable.map((reason) => ({ text: words.reasons[reason] }))),
    ],
    note(certain ? words.note : `${words.confirm}\n${words.note}`),
  )
}
