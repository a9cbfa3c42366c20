import type { Card, ListItem, Part } from '../bot/card.ts'
import type { Language } from '../bot/port.ts'
import { writeDateTime, writeMonth } from '../domain/date-text/write-date.ts'
import type { WantedSummary } from '../domain/summary/wanted-summary.ts'
import type { Catalogue } from '../text/catalogue.ts'
import { wantedName, writePress } from './summary.ts'

export type HomeView = {
  name: string
  monitorings: { id: string; code: string; dueMonth: Temporal.PlainYearMonth }[]
  unwritten: WantedSummary[]
  meetings: { name: string; startsAt: Temporal.ZonedDateTime }[]
}

/** What waits for one person, by kind, with the button that finishes each. */
export const homeCard = (view: HomeView, language: Language, text: Catalogue): Card => {
  const { home, submit, due } = text.help
  const monitorings = view.monitorings.map(({ id, code, dueMonth }) => ({
    text: text.digest.monitoring(code, writeMonth(dueMonth, language)),
    button: {
      label: text.digest.record,
      press: { command: 'monitoring.done', options: { monitoring: id } },
    },
  }))
  const unwritten = view.unwritten.map((one) => ({
    text: wantedName(one, text),
    button: { label: text.digest.write, press: writePress(one) },
  }))
  const meetings = view.meetings.map(({ name, startsAt }) => ({
    text: text.digest.meeting(writeDateTime(startsAt.toPlainDateTime(), language), name),
  }))
  const nothing = monitorings.length + unwritten.length === 0
  return {
    tag: 'home',
    summary: home.heading(view.name),
    parts: [
      { part: 'heading', text: home.heading(view.name) },
      ...(nothing ? [{ part: 'text' as const, text: home.nothing }] : []),
      ...group(home.summaries, unwritten),
      ...group(home.monitoring, monitorings),
      ...group(home.meetings, meetings),
      {
        part: 'buttons',
        buttons: [
          { label: submit, press: { command: 'summary.submit', options: {} } },
          { label: due, press: { command: 'monitoring.due', options: {} } },
          { label: home.help, press: { command: 'tsunagi.help', options: {} } },
        ],
      },
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
