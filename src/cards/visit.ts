import type { Card, ListItem, Part } from '../bot/card.ts'
import type { Language } from '../bot/port.ts'
import { writeDate } from '../domain/calendar/write-date.ts'
import type { Catalogue } from '../text/catalogue.ts'

export type VisitLine = {
  id: string
  office: string
  visitor: string
  on: Temporal.PlainDate
  state: 'coming' | 'waiting' | 'reported'
  mayReport: boolean
}

/** As many as a person reads; the rest is counted. */
const SHOWN = 30

export const visitListCard = (lines: readonly VisitLine[], language: Language, text: Catalogue): Card => {
  const words = text.visits.list
  const coming = lines.filter(({ state }) => state === 'coming')
  const heading = lines.length === 0 ? words.none : words.heading(coming.length)
  const item = ({ id, office, visitor, on, state, mayReport }: VisitLine): ListItem => ({
    text: words.item(writeDate(on, language), office),
    detail: words.visitor(visitor),
    ...(state === 'reported' ? { button: readVisitButton(id, text) } : {}),
    ...(state !== 'reported' && mayReport ? { button: reportVisitButton(id, text) } : {}),
  })
  const group = (state: VisitLine['state']): Part[] => {
    const of = lines.filter((line) => line.state === state)
    if (of.length === 0) return []
    const more = of.length - SHOWN
    return [
      { part: 'text', text: words[state] },
      { part: 'list', items: of.slice(0, SHOWN).map(item) },
      ...(more > 0 ? [{ part: 'note' as const, text: words.more(more) }] : []),
    ]
  }
  return {
    tag: 'visit.list',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      ...group('waiting'),
      ...group('coming'),
      ...group('reported'),
    ],
  }
}

export const reportVisitButton = (visit: string, text: Catalogue) => ({
  label: text.visits.list.report,
  press: { command: 'visit.done', options: { visit } },
})

export const readVisitButton = (visit: string, text: Catalogue) => ({
  label: text.visits.list.read,
  press: { command: 'visit.show', options: { visit } },
})

export const visitCard = (
  visit: { office: string; visitor: string; doneOn: Temporal.PlainDate; report: string },
  language: Language,
  text: Catalogue,
): Card => {
  const heading = text.visits.show.heading(visit.office, writeDate(visit.doneOn, language))
  return {
    tag: 'visit.show',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      { part: 'text', text: visit.report },
      { part: 'note', text: text.visits.list.visitor(visit.visitor) },
    ],
  }
}

export const visitReportedCard = (office: string, text: Catalogue): Card => ({
  tag: 'visit.reported',
  summary: text.visits.done.said(office),
  parts: [
    { part: 'heading', text: text.visits.done.said(office) },
    { part: 'note', text: text.visits.done.next },
  ],
})
