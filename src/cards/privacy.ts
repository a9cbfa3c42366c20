import type { Card, ListItem, Part } from '../bot/card.ts'
import type { Language } from '../bot/port.ts'
import { writeDate } from '../domain/calendar/write-date.ts'
import type { Catalogue } from '../text/catalogue.ts'

export type PassedLine = {
  day: Temporal.PlainDate
  member: string
  places: number
  /** The summary it was written into. */
  id?: string
  name?: string
}

/** More would not be read, and no platform shows them. */
const SHOWN = 20

/** Who said of what looked like a name that it is none: the words are seen in the summary alone. */
export const passedCard = (lines: readonly PassedLine[], language: Language, text: Catalogue): Card => {
  const words = text.summaries.passed
  const items = lines.slice(0, SHOWN).map(
    ({ day, member, places, id, name }): ListItem => ({
      text: words.item(name ?? words.elsewhere, words.places(places)),
      detail: [writeDate(day, language), member].join(text.answers.listSeparator),
      ...(id === undefined
        ? {}
        : {
            button: { label: words.look, press: { command: 'summary.versions', options: { summary: id } } },
          }),
    }),
  )
  const left = lines.length - items.length
  const rest: Part[] =
    items.length === 0
      ? [{ part: 'text', text: words.none }]
      : [
          { part: 'list', items },
          { part: 'note', text: left > 0 ? text.answers.more(left) : words.note },
        ]
  return {
    tag: 'summary.passed',
    summary: words.heading,
    parts: [{ part: 'heading', text: words.heading }, ...rest],
  }
}
