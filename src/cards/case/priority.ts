import { type Card, card, type ListItem, list, type Parts, paragraph } from '../../bot/card.ts'
import type { Language } from '../../bot/port.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import { writePress } from '../summary.ts'

type Line = {
  code: string
  member: string
  needLevel: 1 | 2 | 3
  lastSeen: Temporal.PlainDate
  due: Temporal.PlainDate
  /** Its day has come. */
  past: boolean
}

export const priorityCard = (lines: Line[], language: Language, text: Catalogue): Card => {
  const words = text.cases.priority
  const heading = lines.length === 0 ? words.none : words.heading(lines.length)
  const item = ({ code, member, needLevel, lastSeen, due }: Line): ListItem => ({
    text: words.line(code, needLevel, writeDate(due, language)),
    detail: words.detail(member, writeDate(lastSeen, language)),
    button: { label: words.write, press: writePress({ code, form: 'priority_review' }) },
  })
  const group = (title: string, some: Line[]): Parts =>
    some.length === 0 ? [] : [paragraph(title), list(some.map(item))]
  return card(
    'case.priority',
    heading,
    group(
      words.past,
      lines.filter(({ past }) => past),
    ),
    group(
      words.coming,
      lines.filter(({ past }) => !past),
    ),
  )
}
