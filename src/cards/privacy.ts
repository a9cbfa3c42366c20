import { button, type Card, card, type ListItem, list, note, paragraph } from '../bot/card.ts'
import type { Language } from '../bot/port.ts'
import { writeDate } from '../domain/calendar/write-date.ts'
import type { Catalogue } from '../text/catalogue.ts'

export type GuardExceptionLine = {
  day: Temporal.PlainDate
  member: string
  places: number
  /** The summary it was written into. */
  id?: string
  name?: string
}

/** Most lines shown: more would not be read, and no platform shows them. */
const SHOWN = 20

/**
 * Lists guard exceptions: who said of a word that it is no name. The words themselves are seen in the summary alone.
 */
export const guardExceptionsCard = (
  lines: readonly GuardExceptionLine[],
  language: Language,
  text: Catalogue,
): Card => {
  const words = text.summaries.passed
  const items = lines.slice(0, SHOWN).map(
    ({ day, member, places, id, name }): ListItem => ({
      text: words.item(name ?? words.elsewhere, words.places(places)),
      detail: [writeDate(day, language), member].join(text.answers.listSeparator),
      button: id !== undefined ? button(words.look, 'summary.versions', { summary: id }) : undefined,
    }),
  )
  const left = lines.length - items.length
  return card(
    'summary.passed',
    words.heading,
    items.length === 0
      ? paragraph(words.none)
      : [list(items), note(left > 0 ? text.answers.more(left) : words.note)],
  )
}
