import { decidePoll } from '../../actions/poll/decide-poll.ts'
import { openDays, proposedDay } from '../../actions/poll/poll-facts.ts'
import { pollView } from '../../actions/poll/poll-view.ts'
import { noticeCard } from '../../cards/answer.ts'
import { pollDecideCard } from '../../cards/poll/poll.ts'
import { writeDateTime } from '../../domain/calendar/write-date.ts'
import { refuse, say } from '../answer.ts'
import { command } from '../command.ts'
import { refused } from '../meeting/arguments.ts'
import { carriedDay, ownPollArgument } from './arguments.ts'

/** `/meeting decide`: the best day with its reason, or another; the button takes it. */
export const decideDay = command('meeting.decide', {
  permission: 'poll.open',
  args: { poll: ownPollArgument, day: carriedDay },
  run: async ({ args, ...call }) => {
    const { scope, region, asker, now, language, text } = call
    const { poll: context, day } = args
    const words = text.polls.decide
    if (context.poll.state === 'draft') throw refuse(refused(words.notOpen))
    const open = await openDays(scope, region, context, now)
    const best = proposedDay(open)
    if (!best) throw refuse(refused(words.noDay, words.noDayNext))
    if (day === undefined) {
      const days = open.map((one) => ({ ...one, when: one.startsAt.toZonedDateTimeISO(region.timeZone) }))
      return say(pollDecideCard(pollView(region, context), best, days, { language, text }))
    }
    const isOpen = open.some(({ position }) => position === day)
    const by = { by: asker.memberId, now }
    const meeting = isOpen ? await decidePoll(scope, region, context, day, by) : undefined
    if (!meeting) throw refuse(refused(words.taken))
    call.note('change', 'poll', context.poll.id)
    const when = meeting.startsAt.toZonedDateTimeISO(region.timeZone).toPlainDateTime()
    const heading = words.done(context.poll.title, writeDateTime(when, language))
    return say(noticeCard('poll.taken', heading, words.doneNext))
  },
})
