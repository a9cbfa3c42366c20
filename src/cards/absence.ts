import { type Card, card, field, fields, note } from '../bot/card.ts'
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
  return card(
    'absence.taken',
    heading,
    fields(
      field(words.fields.from.label, writeDate(absence.from, language)),
      field(words.fields.to.label, writeDate(absence.to, language)),
      field(words.fields.deputy.label, absence.deputy),
    ),
    note(words.doneNext(absence.deputy)),
  )
}

export const endedAbsenceCard = (member: string, text: Catalogue): Card =>
  card('absence.ended', text.absences.ended(member))
