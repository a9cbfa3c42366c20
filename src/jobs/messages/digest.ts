import { digestCard } from '../../cards/digest/digest.ts'
import { readerIn } from '../../cards/digest/parts.ts'
import type { Digest } from '../../domain/digest/digest.ts'
import { digestsToSend } from '../digest-cache.ts'
import type { Message, MessageFacts, MessageKind } from './message-kind.ts'

/** Made again at the moment of sending: what was finished since is not in it, and yesterday's is not sent today. */
export const digest: MessageKind = {
  kind: 'digest',
  needsAudience: false,
  outOfHours: false,
  composeAll: async (all) => {
    const [first] = all
    if (!first) return []
    const { scope, region, now } = first
    const readers = new Set(all.flatMap((facts) => (isOver(facts) ? [] : readerOf(facts))))
    const digests = await digestsToSend(scope, region, now, readers)
    return all.map((facts) => {
      if (isOver(facts)) return { ok: false, reason: 'day-is-over' }
      const mine = digests.get(readerOf(facts))
      return mine ? messageOf(mine, facts) : { ok: false, reason: 'nothing-left-to-say' }
    })
  },
}

const isOver = ({ delivery, today }: MessageFacts): boolean => delivery.subject !== today.toString()

const readerOf = ({ delivery: { readerId } }: MessageFacts): string => {
  if (readerId === null) throw new Error('a digest without a reader')
  return readerId
}

const messageOf = (mine: Digest, facts: MessageFacts): Message => {
  const { region, today, language, text } = facts
  const reader = readerIn(region, readerOf(facts), language, text)
  return {
    ok: true,
    card: digestCard(mine, today, reader),
    told: {
      monitoring: mine.overdue.length + mine.thisMonth.length,
      summary: mine.toSubmit.reduce((sum, { summaries }) => sum + summaries.length, 0),
      meeting: mine.meetings.length,
      followUp: mine.followUps.length,
      renewal: mine.renewals.length + mine.lapsed.length,
    },
  }
}
