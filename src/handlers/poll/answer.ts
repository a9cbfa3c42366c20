import type { PollFile } from '../../actions/poll/poll-facts.ts'
import { refusalCard } from '../../cards/answer.ts'
import { writeDateTime } from '../../domain/calendar/write-date.ts'
import { MARKS, type Mark } from '../../domain/poll/choose-day.ts'
import { answerPoll, commentsOf } from '../../store/poll/polls.ts'
import { type BaseCall, command } from '../legacy/command.ts'
import { choice, type Field, optional, shortText } from '../legacy/field.ts'
import { type FoundPoll, overPoll, pollNamed, pollOption, refusedPoll } from './which-poll.ts'

const day = (): Field<Mark | undefined> => ({
  ...optional(choice({ words: () => ({ label: '' }), values: MARKS, labels: (t) => t.polls.answer.marks })),
  lateLabel: true,
})

/** The button of a poll: ◯, △ or ✕ for each day, and a comment. */
export const answerPollCommand = command({
  id: 'meeting.answer',
  words: {
    noun: (t) => t.commands.meeting.noun,
    verb: (t) => t.commands.meeting.answer.verb,
    description: (t) => t.commands.meeting.answer.description,
  },
  hidden: true,
  permission: 'poll.answer',
  options: { poll: pollOption },
  form: {
    title: (t) => t.polls.answer.title,
    submit: (t) => t.polls.answer.submit,
    fields: {
      day1: day(),
      day2: day(),
      day3: day(),
      day4: day(),
      day5: day(),
      day6: day(),
      comment: optional(shortText<string>({ words: (t) => t.polls.answer.comment, maxLength: 60 })),
    },
  },
  run: async (call) => {
    const found = await askedPoll(call, call.options.poll)
    if (!found.ok) return found.refusal
    const { poll, days, answers } = found.file
    const { memberId } = call.asker
    const own = answers.find((one) => one.memberId === memberId)
    const comment = own?.hasComment
      ? (await commentsOf(call.scope, poll.id, memberId)).get(memberId)
      : undefined
    const byDay = <Value>(value: (one: PollFile['days'][number]) => Value) =>
      Object.fromEntries(days.map((one) => [`day${one.position}`, value(one)]))
    const when = (startsAt: Temporal.Instant) =>
      writeDateTime(startsAt.toZonedDateTimeISO(call.region.timeZone).toPlainDateTime(), call.language)
    return {
      kind: 'ask',
      open: {
        intro: call.text.polls.answer.intro(poll.title, poll.durationMinutes),
        labels: byDay(({ startsAt }) => when(startsAt)),
        initial: { ...byDay(({ position }) => own?.marks[position]), comment },
      },
    }
  },
  submit: async (call) => {
    const found = await askedPoll(call, call.options.poll)
    if (!found.ok) return found.refusal
    const { poll, days } = found.file
    const { comment, ...given } = call.values
    const byName: Record<string, Mark | undefined> = given
    const marks: Record<string, Mark> = {}
    const faults: Record<string, string> = {}
    for (const { position } of days) {
      const mark = byName[`day${position}`]
      if (mark) marks[position] = mark
      else faults[`day${position}`] = call.text.polls.answer.choose
    }
    if (Object.keys(faults).length > 0) return { kind: 'correct', faults: { fields: faults } }
    await answerPoll(call.scope, poll.id, call.asker.memberId, { marks, comment }, call.now)
    call.note('change', 'poll', poll.id)
    const words = call.text.polls.answer
    return { kind: 'say', card: refusalCard('poll.answered', words.done(poll.title), words.doneNext) }
  },
})

/** A poll that asks the asker, and is not over. */
const askedPoll = async (call: BaseCall, id: string): Promise<FoundPoll> => {
  const found = await pollNamed(call, id)
  if (!found.ok) return found
  const { file } = found
  if (!file.asked.includes(call.asker.memberId))
    return refusedPoll(call.text.polls.answer.notAsked(file.bodyName))
  if (file.poll.state === 'draft') return refusedPoll(call.text.polls.gone, call.text.polls.goneNext)
  return overPoll(call, file) ?? found
}
