import type { Card } from '../bot/card.ts'
import type { Language } from '../bot/port.ts'
import { writeMonth } from '../domain/calendar/write-date.ts'
import type { Catalogue } from '../text/catalogue.ts'

type Told = { office: string; newUsers: number; from: Temporal.PlainYearMonth; kinds: string }

export const toldOpeningsCard = (told: Told, language: Language, text: Catalogue): Card => {
  const words = text.openings
  const heading = words.told(told.office)
  return {
    tag: 'openings.told',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      {
        part: 'fields',
        fields: [
          { label: words.fields.newUsers.label, value: words.users(told.newUsers) },
          { label: words.fields.from.label, value: writeMonth(told.from, language) },
          ...(told.kinds === '' ? [] : [{ label: words.fields.kinds.label, value: told.kinds }]),
        ],
      },
    ],
  }
}

/** `silent`: offices that have said nothing yet. */
export const openingsCard = (told: Told[], silent: string[], language: Language, text: Catalogue): Card => {
  const words = text.openings
  const total = told.reduce((sum, { newUsers }) => sum + newUsers, 0)
  const heading = told.length === 0 ? words.nothingTold : words.heading(total)
  return {
    tag: 'openings.list',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      ...(told.length === 0
        ? []
        : [
            {
              part: 'table' as const,
              columns: words.columns,
              rows: told.map(({ office, newUsers, from, kinds }) => [
                office,
                words.users(newUsers),
                writeMonth(from, language),
                kinds,
              ]),
            },
          ]),
      ...(silent.length === 0
        ? []
        : [{ part: 'note' as const, text: words.silent(silent.join(text.answers.listSeparator)) }]),
    ],
  }
}
