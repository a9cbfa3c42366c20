import { digestCard } from '../../cards/digest.ts'
import { readerIn } from '../../cards/digest-parts.ts'
import { digestsOf } from '../../store/digest-facts.ts'
import type { MessageKind } from './message-kind.ts'

/** Made again at the moment of sending: what was finished since is not in it, and yesterday's is not sent today. */
export const digest: MessageKind = {
  kind: 'digest',
  needsAudience: false,
  outOfHours: false,
  compose: async ({ scope, region, delivery, now, today, language, text }) => {
    if (delivery.readerId === null) throw new Error('a digest without a reader')
    if (delivery.subject !== today.toString()) return { ok: false, reason: 'day-is-over' }
    const mine = (await digestsOf(scope, region, now, delivery.readerId)).get(delivery.readerId)
    if (!mine) return { ok: false, reason: 'nothing-left-to-say' }
    const reader = readerIn(region, delivery.readerId, language, text)
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
  },
}
