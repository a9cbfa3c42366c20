import type { Card } from '../bot/card.ts'
import type { Language } from '../bot/port.ts'
import { writeDate } from '../domain/calendar/write-date.ts'
import type { Catalogue } from '../text/catalogue.ts'

export const takenAbsenceCard = (
  absence: { member: string; deputy: string; from: Temporal.PlainDate; to: Temporal.PlainDate },
  language: Language,
  text: Catalogue,
): Card => {
  const words = text.absences
  const heading = words.done(absence.member)
  return {
    tag: 'absence.taken',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      {
        part: 'fields',
        fields: [
          { label: words.fields.from.label, value: writeDate(absence.from, language) },
          { label: words.fields.to.label, value: writeDate(absence.to, language) },
          { label: words.fields.deputy.label, value: absence.deputy },
        ],
      },
      { part: 'note', text: words.doneNext(absence.deputy) },
    ],
  }
}

export const endedAbsenceCard = (member: string, text: Catalogue): Card => ({
  tag: 'absence.ended',
  summary: text.absences.ended(member),
  parts: [{ part: 'heading', text: text.absences.ended(member) }],
})
