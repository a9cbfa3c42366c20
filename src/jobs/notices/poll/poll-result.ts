import { pollContext } from '../../../actions/poll/poll-facts.ts'
import { pollView } from '../../../actions/poll/poll-view.ts'
import { pollReason, pollResultCard } from '../../../cards/poll/poll.ts'
import { bestDay } from '../../../domain/poll/choose-day.ts'
import { pollResultKind } from '../../../domain/poll/notices.ts'
import { pollById } from '../../../store/poll/polls.ts'
import { notice } from '../notice.ts'
import { members } from '../recipients.ts'

/** How it ended, to everybody asked but the one who ended it. */
export const pollResult = notice(pollResultKind, {
  hours: 'office',
  stillTrue: async ({ scope, region }, payload) => {
    const poll = await pollById(scope, payload.poll)
    return poll ? pollContext(scope, region, poll) : 'gone'
  },
  to: (facts) => {
    const { poll, asked } = facts.found
    const readers = new Set([...asked, poll.organiserId])
    if (poll.state === 'decided' && poll.decidedBy !== null) readers.delete(poll.decidedBy)
    return members(facts, [...readers])
  },
  compose: ({ region, language, text, found: file }) => {
    const { poll } = file
    const view = pollView(region, file)
    if (poll.state === 'withdrawn')
      return { ok: true, card: pollResultCard(view, undefined, { language, text }) }
    const day = view.days.find(({ position }) => position === poll.decidedDay)
    if (!day) return { ok: false, reason: 'gone' }
    const best = bestDay(file.days)
    const reason =
      best?.position === day.position ? pollReason(best, best.because, text) : text.polls.reason.chosen
    return {
      ok: true,
      card: pollResultCard(view, { when: day.when, reason }, { language, text }),
      told: { meeting: 1 },
    }
  },
})
