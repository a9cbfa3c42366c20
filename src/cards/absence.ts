import type { Card } from '../bot/card.ts'
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
  return {
    tag: 'leave.taken',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      {
        part: 'fields',
        fields: [
          { label: words.fields.from.label, value: writeDate(leave.from, language) },
          { label: words.fields.to.label, value: writeDate(leave.to, language) },
          { label: words.fields.deputy.label, value: leave.deputy },
        ],
      },
      { part: 'note', text: words.doneNext(leave.deputy) },
    ],
  }
}

export const endedLeaveCard = (member: string, text: Catalogue): Card => ({
  tag: 'leave.ended',
  summary: text.leaves.ended(member),
  parts: [{ part: 'heading', text: text.leaves.ended(member) }],
})
