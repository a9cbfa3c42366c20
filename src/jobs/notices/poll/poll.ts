import { pollContext } from '../../../actions/poll/poll-facts.ts'
import { pollView } from '../../../actions/poll/poll-view.ts'
import { pollCard } from '../../../cards/poll/poll.ts'
import { id, noticeKind } from '../../../domain/delivery/notice.ts'
import { pollAskKind } from '../../../domain/poll/notices.ts'
import { pollById } from '../../../store/poll/polls.ts'
import { notice } from '../notice.ts'
import { members } from '../recipients.ts'

const pollKind = noticeKind('poll', { poll: id })

/** A poll, to everybody asked where they are, while it is open. */
export const pollNotice = notice(pollKind, {
  plannedAs: pollAskKind,
  hours: 'office',
  stillTrue: async ({ scope, region }, payload) => {
    const poll = await pollById(scope, payload.poll)
    return poll?.state === 'open' ? pollContext(scope, region, poll) : 'over'
  },
  to: (facts) => members(facts, facts.found.asked),
  compose: ({ region, language, text, found }) => ({
    ok: true,
    card: pollCard(pollView(region, found), { language, text }),
  }),
})
