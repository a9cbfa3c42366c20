import {
  button,
  buttons,
  type Card,
  card,
  field,
  fields,
  list,
  note,
  type Part,
  paragraph,
} from '../bot/card.ts'
import type { Language } from '../bot/port.ts'
import { writeDate } from '../domain/calendar/write-date.ts'
import type { ToldSheet } from '../domain/handover/telling.ts'
import type { Catalogue } from '../text/catalogue.ts'
import { type Reader, section } from './digest/parts.ts'

const openButton = (sheet: string, text: Catalogue) =>
  button(text.handovers.list.open, 'handover.show', { sheet })

type SheetLine = {
  id: string
  /** Undefined where its reader may not know it any more. */
  code: string | undefined
  from: string
  to: string
  state: keyof Catalogue['handovers']['list']['states']
}

export const handoverListCard = (lines: readonly SheetLine[], text: Catalogue): Card => {
  const words = text.handovers.list
  const heading = lines.length === 0 ? words.none : words.heading(lines.length)
  const items = lines.map(({ id, code, from, to, state }) => ({
    text: code === undefined ? words.sides(from, to) : words.item(code, from, to),
    detail: words.states[state],
    button: code === undefined ? undefined : openButton(id, text),
  }))
  return card('handover.list', heading, list(items))
}

type SheetView = SheetLine & {
  code: string
  why: string
  expected: string
  consent: string
  consentOn: Temporal.PlainDate
  question?: string
  mayAnswer: boolean
}

export const handoverCard = (view: SheetView, language: Language, text: Catalogue): Card => {
  const { show, fields: labels, list: words } = text.handovers
  const options = { sheet: view.id }
  const heading = show.heading(view.code)
  const answer = buttons(
    button(show.acknowledge, 'handover.acknowledge', options, { style: 'primary' }),
    button(show.send, 'handover.back', options),
  )
  return card(
    'handover.show',
    heading,
    paragraph(words.item(view.code, view.from, view.to)),
    fields(
      field(labels.why.label, view.why),
      field(labels.expected.label, view.expected),
      field(labels.consent.label, show.consent(view.consent, writeDate(view.consentOn, language))),
      field(labels.question.label, view.question),
    ),
    view.mayAnswer ? answer : note(words.states[view.state]),
  )
}

export const handoverSaidCard = (heading: string, next?: string): Card =>
  card('handover.said', heading, note(next))

/** In the morning's message. */
export const handoverSections = (sheets: readonly ToldSheet[], { text, nameOf }: Reader): Part[] => {
  const { digest: words } = text.handovers
  return section(
    words.heading,
    sheets.map(({ id, code, senderId, receiverId, why, as }) => {
      const name = nameOf(as === 'receiver' ? senderId : receiverId)
      if (why === 'expired') return { text: words.expired[as](name) }
      return { text: words[why](code, name), button: openButton(id, text) }
    }),
  )
}
