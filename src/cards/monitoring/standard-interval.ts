import { type Card, card, list, note, paragraph, present } from '../../bot/card.ts'
import type { IntervalSuggestion } from '../../domain/monitoring/standard-interval.ts'
import type { Catalogue } from '../../text/catalogue.ts'

/** The standard that applies, the rows it comes from, and what is uncertain about it. */
export const standardIntervalCard = (suggestion: IntervalSuggestion, text: Catalogue): Card => {
  const words = text.standardIntervals
  const { months, rows, certain, shorterDesirable } = suggestion
  const heading = months === undefined ? words.notFound : words.heading(text.monitoring.every(months))
  return card(
    'monitoring.standard',
    heading,
    list(
      rows.map((row) => ({
        text: words.row(
          words.rows[row.id] ?? row.id,
          row.months === undefined ? words.unknown : text.monitoring.every(row.months),
        ),
        detail: present<string>(words.since(row.since), !row.certain && words.uncertain).join(
          text.answers.listSeparator,
        ),
      })),
    ),
    shorterDesirable.length > 0 && [
      paragraph(words.shorter),
      list(shorterDesirable.map((reason) => ({ text: words.reasons[reason] }))),
    ],
    note(certain ? words.note : `${words.confirm}\n${words.note}`),
  )
}
