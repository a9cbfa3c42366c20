import { type Card, card, field, fields, note, table } from '../bot/card.ts'
import type { Language } from '../bot/port.ts'
import { writeMonth } from '../domain/calendar/write-date.ts'
import type { Catalogue } from '../text/catalogue.ts'

type Told = { office: string; newUsers: number; from: Temporal.PlainYearMonth; kinds: string }

export const toldOpeningsCard = (told: Told, language: Language, text: Catalogue): Card => {
  const words = text.openings
  const heading = words.told(told.office)
  return card(
    'openings.told',
    heading,
    fields(
      field(words.fields.newUsers.label, words.users(told.newUsers)),
      field(words.fields.from.label, writeMonth(told.from, language)),
      told.kinds !== '' && field(words.fields.kinds.label, told.kinds),
    ),
  )
}

/** `silent`: offices that have said nothing yet. */
export const openingsCard = (told: Told[], silent: string[], language: Language, text: Catalogue): Card => {
  const words = text.openings
  const total = told.reduce((sum, { newUsers }) => sum + newUsers, 0)
  const heading = told.length === 0 ? words.nothingTold : words.heading(total)
  return card(
    'openings.list',
    heading,
    told.length !== 0 &&
      table(
        words.columns,
        told.map(({ office, newUsers, from, kinds }) => [
          office,
          words.users(newUsers),
          writeMonth(from, language),
          kinds,
        ]),
      ),
    silent.length !== 0 && note(words.silent(silent.join(text.answers.listSeparator))),
  )
}
