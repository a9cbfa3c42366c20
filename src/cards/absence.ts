import { type Card, card, field, fields, note } from '../bot/card.ts'
import type { Language } from '../bot/port.ts'
import { writeDate } from '../domain/calendar/write-date.ts'
import type { Catalogue } from '../text/catalogue.ts'

export const takenLeaveCard = (
  leave: { member: string; deputy: string; from: Temporal.PlainDate; to: Temporal.PlainDate },
  language: Language,
  text: Catalogue,
): Card => {
  const words = text.leaves
  const heading = words.done(leave.member)
  return card(
    'leave.taken',
    heading,
    fields(
      field(words.fields.from.label, writeDate(leave.from, language)),
      field(words.fields.to.label, writeDate(leave.to, language)),
      field(words.fields.deputy.label, leave.deputy),
    ),
    note(words.doneNext(leave.deputy)),
  )
}

export const endedLeaveCard = (member: string, text: Catalogue): Card =>
  card('leave.ended', text.leaves.ended(member))
