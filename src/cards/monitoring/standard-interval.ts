import type { Card } from '../../bot/card.ts'
import type { IntervalSuggestion } from '../../domain/monitoring/standard-interval.ts'
import type { Catalogue } from '../../text/catalogue.ts'

/** The standard that applies, the rows it comes from, and what is uncertain about it. */
export const standardIntervalCard = (suggestion: IntervalSuggestion, text: Catalogue): Card => {
  const words = text.standardIntervals
  const { months, rows, certain, shorterDesirable } = suggestion
  const heading = months === undefined ? words.notFound : words.heading(text.monitoring.every(months))
  return {
    tag: 'monitoring.standard',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      {
        part: 'list',
        items: rows.map((row) => ({
          text: words.row(
            words.rows[row.id] ?? row.id,
            row.months === undefined ? words.unknown : text.monitoring.every(row.months),
          ),
          detail: [words.since(row.since), ...(row.certain ? [] : [words.uncertain])].join(
            text.answers.listSeparator,
          ),
        })),
      },
      ...(shorterDesirable.length > 0
        ? [
            { part: 'text' as const, text: words.shorter },
            {
              part: 'list' as const,
              items: shorterDesirable.map((reason) => ({ text: words.reasons[reason] })),
            },
          ]
        : []),
      { part: 'note', text: certain ? words.note : `${words.confirm}\n${words.note}` },
    ],
  }
}
