import { decidePoll } from '../../../actions/poll/decide-poll.ts'
import { openDays, pollContext, proposedDay } from '../../../actions/poll/poll-facts.ts'
import { pollView } from '../../../actions/poll/poll-view.ts'
import { noticeCard } from '../../../cards/answer.ts'
import { pollDecideCard } from '../../../cards/poll/poll.ts'
import { id, noticeKind } from '../../../domain/delivery/notice.ts'
import { bestDay, decidesItself } from '../../../domain/poll/choose-day.ts'
import { pollDeadlineKind } from '../../../domain/poll/notices.ts'
import { mayOrganisePoll } from '../../../domain/poll/permission.ts'
import { askerOf } from '../../../domain/region/roster.ts'
import { lockPoll, pollById } from '../../../store/poll/polls.ts'
import { notice } from '../notice.ts'
import { announce, coordinatorIds, members } from '../recipients.ts'

const pollProposalKind = noticeKind('poll-proposal', { poll: id })

/**
 * Closes a poll at its deadline: decides it automatically where that was wanted and is possible, else proposes a day to
 * its organiser.
 */
export const pollDeadline = notice(pollProposalKind, {
  plannedAs: pollDeadlineKind,
  hours: 'office',
  act: async (facts) => {
    const { scope, region, now, payload } = facts
    const poll = await lockPoll(scope, payload.poll)
    if (poll?.state !== 'open') return 'over'
    const file = await pollContext(scope, region, poll)
    const free = (await openDays(scope, region, file, now)).filter(({ clashes }) => !clashes)
    const best = bestDay(free)
    if (poll.decidesItself && best && decidesItself(best)) {
      const meeting = await decidePoll(scope, region, file, best.position, { by: null, now })
      if (meeting) return 'decided'
    }
    const organiser = region.members.find(({ id }) => id === poll.organiserId)
    const mayDecide =
      organiser &&
      mayOrganisePoll(askerOf(organiser, now.toZonedDateTimeISO(region.timeZone).toPlainDate()), file, region)
    const readers = mayDecide ? [poll.organiserId] : coordinatorIds(region)
    const recipients = members({ ...facts, key: pollProposalKind.key(payload) }, readers)
    await announce(scope, pollProposalKind.about(payload), recipients, now)
    return 'proposed'
  },
  stillTrue: async ({ scope, region }, payload) => {
    const poll = await pollById(scope, payload.poll)
    return poll?.state === 'open' ? pollContext(scope, region, poll) : 'over'
  },
  compose: async ({ scope, region, now, language, text, found: file }) => {
    const { poll } = file
    const open = await openDays(scope, region, file, now)
    const best = proposedDay(open)
    const heading = text.polls.proposal.heading(poll.title)
    const words = text.polls.decide
    if (!best) return { ok: true, card: noticeCard('poll.decide', words.noDay, words.noDayNext) }
    const days = open.map((day) => ({ ...day, when: day.startsAt.toZonedDateTimeISO(region.timeZone) }))
    const card = pollDecideCard(pollView(region, file), best, days, { language, text }, heading)
    const silent = file.silent.map((id) => region.members.find((one) => one.id === id)?.name ?? id)
    const notes = [
      poll.decidesItself ? text.polls.proposal.notAlone : text.polls.proposal.look,
      ...(silent.length > 0 ? [text.polls.proposal.silent(silent.join(text.answers.listSeparator))] : []),
    ]
    return { ok: true, card: { ...card, parts: [...card.parts, { part: 'note', text: notes.join('\n') }] } }
  },
})
