import { type Card, card, field, fields, paragraph } from '../bot/card.ts'
import type { Catalogue } from '../text/catalogue.ts'

/** What a person sees when the bot is at fault: nothing was stored, and a reference to the log line. */
export const bugCard = (reference: string, text: Catalogue): Card => {
  const words = text.answers.bug
  return card('answer.bug', words.heading, paragraph(words.text), fields(field(words.reference, reference)))
}
