import { type Card, card, note, numbered, paragraph } from '../bot/card.ts'
import type { Catalogue } from '../text/catalogue.ts'

/** Shows the address, this once. */
export const calendarLinkCard = (name: string, address: string, text: Catalogue): Card => {
  const words = text.calendar.link
  const heading = words.heading(name)
  return card(
    'calendar.link',
    heading,
    paragraph(address),
    numbered({ text: words.google }, { text: words.outlook }),
    note(words.secret),
  )
}

export const calendarRevokedCard = (name: string, text: Catalogue): Card => {
  const heading = text.calendar.revoked(name)
  return card('calendar.revoked', heading, paragraph(text.calendar.revokedNext))
}
