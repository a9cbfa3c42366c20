import type { Card, Part } from '../../bot/card.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import type { Reader } from './parts.ts'

/** What one section says to one reader: how much, and how it looks. */
export type DigestPart = { count: number; draw(reader: Reader): Part[] }

/** Counts the items of a digest. */
export const sizeOf = (digest: readonly DigestPart[]): number =>
  digest.reduce((sum, { count }) => sum + count, 0)

/** One morning's message to one person: each line can be finished by its button. */
export const digestCard = (
  digest: readonly DigestPart[],
  today: Temporal.PlainDate,
  reader: Reader,
): Card => {
  const { language, text } = reader
  const heading = text.digest.heading(writeDate(today, language))
  return {
    tag: 'digest',
    summary: text.digest.summary(sizeOf(digest)),
    parts: [{ part: 'heading', text: heading }, ...digest.flatMap((part) => part.draw(reader))],
  }
}
