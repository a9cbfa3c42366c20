import type { Card } from '../card.ts'

/** A card that an adapter itself says. */
export const ownCard = (tag: string, text: string): Card => ({
  tag,
  summary: text,
  parts: [{ part: 'text', text }],
})
