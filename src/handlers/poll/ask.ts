import { openPoll } from '../../actions/poll/decide-poll.ts'
import { noticeCard } from '../../cards/answer.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { closesAt } from '../../domain/poll/poll-times.ts'
import { calendarOf } from '../../domain/region/calendar.ts'
import { refuse, say } from '../answer.ts'
import { command } from '../command.ts'
import { refused } from '../meeting/arguments.ts'
import { draftToOrganise } from './arguments.ts'

/** The button of a draft: sends the poll to everybody asked. */
export const askPoll = command('meeting.ask', {
  hidden: true,
  permission: 'poll.open',
  args: { poll: draftToOrganise },
  run: async ({ args: { poll: context }, ...call }) => {
    const { scope, region, now, language, text } = call
    const words = text.polls.draft
    const { poll, asked } = context
    if (Temporal.Instant.compare(closesAt(calendarOf(region), poll.deadline), now) <= 0)
      throw refuse(refused(words.late))
    await openPoll(scope, region, context, now)
    call.note('change', 'poll', poll.id)
    const next = words.askedNext(writeDate(poll.deadline, language))
    return say(noticeCard('poll.open', words.asked(poll.title, asked.length), next))
  },
})
