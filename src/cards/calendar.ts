import type { Card } from '../bot/card.ts'
import type { Catalogue } from '../text/catalogue.ts'

/** The address, which is shown this once. */
export const calendarLinkCard = (name: string, address: string, text: Catalogue): Card => {
  const words = text.calendar.link
  const heading = words.heading(name)
  return {
    tag: 'calendar.link',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      { part: 'text', text: address },
      { part: 'list', ordered: true, items: [{ text: words.google }, { text: words.outlook }] },
      { part: 'note', text: words.secret },
    ],
  }
}

export const calendarRevokedCard = (name: string, text: Catalogue): Card => {
  const heading = text.calendar.revoked(name)
  return {
    tag: 'calendar.revoked',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      { part: 'text', text: text.calendar.revokedNext },
    ],
  }
}
