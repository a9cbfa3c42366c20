import type { Card } from '../bot/card.ts'
import type { Catalogue } from '../text/catalogue.ts'

/** What a person sees when the bot is at fault: nothing was stored, and a reference to the log line. */
export const bugCard = (reference: string, text: Catalogue): Card => {
  const words = text.answers.bug
  return {
    tag: 'answer.bug',
    summary: words.heading,
    parts: [
      { part: 'heading', text: words.heading },
      { part: 'text', text: words.text },
      { part: 'fields', fields: [{ label: words.reference, value: reference }] },
    ],
  }
}
