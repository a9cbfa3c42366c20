import type { PollContext } from '../../actions/poll/poll-facts.ts'
import { noticeCard } from '../../cards/answer.ts'
import { writeDateTime } from '../../domain/calendar/write-date.ts'
import { MARKS, type Mark } from '../../domain/poll/choose-day.ts'
import { answerPoll, commentsOf } from '../../store/poll/polls.ts'
import { fieldFaults, say } from '../answer.ts'
import { command } from '../command.ts'
import { choice, labelledLate, optional, shortText } from '../fields.ts'
import { pollToAnswer } from './arguments.ts'

const day = labelledLate(optional(choice({ values: MARKS, labels: (t) => t.polls.answer.marks })))

/** The button of a poll: ◯, △ or ✕ for each day, and a comment. */
export const markDays = command('meeting.answer', {
  hidden: true,
  permission: 'poll.answer',
  args: { poll: pollToAnswer },
  form: {
    day1: day,
    day2: day,
    day3: day,
    day4: day,
    day5: day,
    day6: day,
    comment: optional(shortText({ maxLength: 60 })),
  },
  open: async ({ args, words, scope, region, asker, language }) => {
    const { poll, days, answers } = args.poll
    const { memberId } = asker
    const own = answers.find((one) => one.memberId === memberId)
    const comment = own?.hasComment ? (await commentsOf(scope, poll.id, memberId)).get(memberId) : undefined
    const byDay = <Value>(value: (one: PollContext['days'][number]) => Value) =>
      Object.fromEntries(days.map((one) => [`day${one.position}`, value(one)]))
    const when = (startsAt: Temporal.Instant) =>
      writeDateTime(startsAt.toZonedDateTimeISO(region.timeZone).toPlainDateTime(), language)
    return {
      intro: words.intro(poll.title, poll.durationMinutes),
      labels: byDay(({ startsAt }) => when(startsAt)),
      initial: { ...byDay(({ position }) => own?.marks[position]), comment },
    }
  },
  submit: async ({ args, values, words, ...call }) => {
    const { poll, days } = args.poll
    const { comment, ...given } = values
    const byName: Record<string, Mark | undefined> = given
    const marks: Record<string, Mark> = {}
    const faults: Record<string, string> = {}
    for (const { position } of days) {
      const mark = byName[`day${position}`]
      if (mark) marks[position] = mark
      else faults[`day${position}`] = words.choose
    }
    if (Object.keys(faults).length > 0) throw fieldFaults(faults)
    await answerPoll(call.scope, poll.id, call.asker.memberId, { marks, comment }, call.now)
    call.note('change', 'poll', poll.id)
    return say(noticeCard('poll.answered', words.done(poll.title), words.doneNext))
  },
})
