import type { Card, Part } from '../bot/card.ts'
import type { Language } from '../bot/port.ts'
import { writeDate } from '../domain/calendar/write-date.ts'
import type { ToldSheet } from '../domain/handover/telling.ts'
import type { Catalogue } from '../text/catalogue.ts'
import { type Reader, section } from './digest/parts.ts'

const openButton = (sheet: string, text: Catalogue) => ({
  label: text.handovers.list.open,
  press: { command: 'handover.show', options: { sheet } },
})

type SheetLine = {
  id: string
  code: string
  from: string
  to: string
  state: keyof Catalogue['handovers']['list']['states']
}

export const handoverListCard = (lines: readonly SheetLine[], text: Catalogue): Card => {
  const words = text.handovers.list
  const heading = lines.length === 0 ? words.none : words.heading(lines.length)
  const items = lines.map(({ id, code, from, to, state }) => ({
    text: words.item(code, from, to),
    detail: words.states[state],
    button: openButton(id, text),
  }))
  return {
    tag: 'handover.list',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      ...(items.length === 0 ? [] : [{ part: 'list' as const, items }]),
    ],
  }
}

type SheetView = SheetLine & {
  why: string
  expected: string
  consent: string
  consentOn: Temporal.PlainDate
  question?: string
  mayAnswer: boolean
}

export const handoverCard = (view: SheetView, language: Language, text: Catalogue): Card => {
  const { show, fields, list } = text.handovers
  const options = { sheet: view.id }
  const heading = show.heading(view.code)
  const answer: Part = {
    part: 'buttons',
    buttons: [
      { label: show.acknowledge, style: 'primary', press: { command: 'handover.acknowledge', options } },
      { label: show.send, press: { command: 'handover.back', options } },
    ],
  }
  return {
    tag: 'handover.show',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      { part: 'text', text: list.item(view.code, view.from, view.to) },
      {
        part: 'fields',
        fields: [
          { label: fields.why.label, value: view.why },
          { label: fields.expected.label, value: view.expected },
          {
            label: fields.consent.label,
            value: show.consent(view.consent, writeDate(view.consentOn, language)),
          },
          ...(view.question === undefined ? [] : [{ label: fields.question.label, value: view.question }]),
        ],
      },
      ...(view.mayAnswer ? [answer] : [{ part: 'note' as const, text: list.states[view.state] }]),
    ],
  }
}

export const handoverSaidCard = (heading: string, next?: string): Card => ({
  tag: 'handover.said',
  summary: heading,
  parts: [{ part: 'heading', text: heading }, ...(next ? [{ part: 'note' as const, text: next }] : [])],
})

/** In the morning's message. */
export const handoverSections = (sheets: readonly ToldSheet[], { text, nameOf }: Reader): Part[] => {
  const { digest: words } = text.handovers
  return section(
    words.heading,
    sheets.map(({ id, code, senderId, receiverId, why }) => ({
      text: words[why](code, nameOf(why === 'received' ? senderId : receiverId)),
      button: openButton(id, text),
    })),
  )
}
