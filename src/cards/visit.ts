import { button, type Card, card, type ListItem, list, note, type Parts, paragraph } from '../bot/card.ts'
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

/** Most visits shown: as many as a person reads; the rest is counted. */
const SHOWN = 30

export const visitListCard = (lines: readonly VisitLine[], language: Language, text: Catalogue): Card => {
  const words = text.visits.list
  const coming = lines.filter(({ state }) => state === 'coming')
  const heading = lines.length === 0 ? words.none : words.heading(coming.length)
  const item = ({ id, office, visitor, on, state, mayReport }: VisitLine): ListItem => ({
    text: words.item(writeDate(on, language), office),
    detail: words.visitor(visitor),
    button:
      state === 'reported' ? readVisitButton(id, text) : mayReport ? reportVisitButton(id, text) : undefined,
  })
  const group = (state: VisitLine['state']): Parts => {
    const of = lines.filter((line) => line.state === state)
    if (of.length === 0) return []
    const more = of.length - SHOWN
    return [paragraph(words[state]), list(of.slice(0, SHOWN).map(item)), more > 0 && note(words.more(more))]
  }
  return card('visit.list', heading, group('waiting'), group('coming'), group('reported'))
}

export const reportVisitButton = (visit: string, text: Catalogue) =>
  button(text.visits.list.report, 'visit.done', { visit })

export const readVisitButton = (visit: string, text: Catalogue) =>
  button(text.visits.list.read, 'visit.show', { visit })

export const visitCard = (
  visit: { office: string; visitor: string; doneOn: Temporal.PlainDate; report: string },
  language: Language,
  text: Catalogue,
): Card => {
  const heading = text.visits.show.heading(visit.office, writeDate(visit.doneOn, language))
  return card('visit.show', heading, paragraph(visit.report), note(text.visits.list.visitor(visit.visitor)))
}

export const visitReportedCard = (office: string, text: Catalogue): Card =>
  card('visit.reported', text.visits.done.said(office), note(text.visits.done.next))
