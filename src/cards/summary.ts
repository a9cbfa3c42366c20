import type { Card, ListItem, Part } from '../bot/card.ts'
import type { Language } from '../bot/port.ts'
import { writeDateTime } from '../domain/date-text/write-date.ts'
import type { Catalogue } from '../text/catalogue.ts'

/** Said to the writer: what was stored, for which meeting, and until when it can be changed. */
export const submittedCard = (
  summary: { code: string; version: number; meeting: string; closes: Temporal.ZonedDateTime },
  language: Language,
  text: Catalogue,
): Card => {
  const words = text.summaries.submit
  const { code, version } = summary
  const heading = version === 1 ? words.done(code) : words.edited(code, version)
  return {
    tag: 'summary.submitted',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      {
        part: 'fields',
        fields: [
          { label: words.meeting, value: summary.meeting },
          { label: words.closes, value: writeDateTime(summary.closes.toPlainDateTime(), language) },
        ],
      },
      { part: 'note', text: words.closesNext },
      {
        part: 'buttons',
        buttons: [{ label: words.edit, press: { command: 'summary.submit', options: { case: code } } }],
      },
    ],
  }
}

export type SummaryLine = { code: string; meeting: string; version: number; open: boolean }

export const summaryListCard = (
  missing: { code: string; member: string }[],
  submitted: SummaryLine[],
  text: Catalogue,
): Card => {
  const words = text.summaries.list
  const press = (code: string) => ({ command: 'summary.submit', options: { case: code } })
  const missingItems = missing.map(
    ({ code, member }): ListItem => ({
      text: code,
      detail: member,
      button: { label: words.write, press: press(code) },
    }),
  )
  const submittedItems = submitted.map(
    ({ code, meeting, version, open }): ListItem => ({
      text: code,
      detail: [meeting, words.version(version)].join(text.answers.listSeparator),
      ...(open ? { button: { label: words.edit, press: press(code) } } : {}),
    }),
  )
  const nothing = missing.length + submitted.length === 0
  return {
    tag: 'summary.list',
    summary: words.heading,
    parts: [
      { part: 'heading', text: words.heading },
      ...(nothing ? [{ part: 'text' as const, text: words.none }] : []),
      ...group(words.missing, missingItems),
      ...group(words.submitted, submittedItems),
    ],
  }
}

const group = (title: string, items: ListItem[]): Part[] =>
  items.length === 0
    ? []
    : [
        { part: 'text', text: title },
        { part: 'list', items },
      ]
