import { openPoll } from '../../actions/poll/decide-poll.ts'
import { pollFile } from '../../actions/poll/poll-facts.ts'
import { pollView } from '../../actions/poll/poll-view.ts'
import { refusalCard } from '../../cards/answer.ts'
import { pollDraftCard } from '../../cards/poll/poll.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { closesAt } from '../../domain/poll/poll-times.ts'
import { calendarOf } from '../../domain/region/calendar.ts'
import { dropDay } from '../../store/poll/polls.ts'
import { command } from '../legacy/command.ts'
import { dayOption, ownPoll, pollOption, refusedPoll } from './which-poll.ts'

/** The organiser's button: the days are good, everybody is asked. */
export const askPoll = command({
  id: 'meeting.ask',
  words: {
    noun: (t) => t.commands.meeting.noun,
    verb: (t) => t.commands.meeting.ask.verb,
    description: (t) => t.commands.meeting.ask.description,
  },
  hidden: true,
  permission: 'poll.open',
  options: { poll: pollOption },
  run: async (call) => {
    const { scope, region, now, language, text } = call
    const words = text.polls.draft
    const found = await ownPoll(call, call.options.poll)
    if (!found.ok) return found.refusal
    const { poll, asked } = found.file
    if (poll.state !== 'draft') return refusedPoll(words.already).refusal
    if (Temporal.Instant.compare(closesAt(calendarOf(region), poll.deadline), now) <= 0)
      return refusedPoll(words.late).refusal
    await openPoll(scope, region, found.file, now)
    call.note('change', 'poll', poll.id)
    const next = words.askedNext(writeDate(poll.deadline, language))
    return { kind: 'say', card: refusalCard('poll.open', words.asked(poll.title, asked.length), next) }
  },
})

/** The organiser's button beside a day that does not suit. */
export const dropPollDay = command({
  id: 'meeting.dropday',
  words: {
    noun: (t) => t.commands.meeting.noun,
    verb: (t) => t.commands.meeting.dropday.verb,
    description: (t) => t.commands.meeting.dropday.description,
  },
  hidden: true,
  permission: 'poll.open',
  options: { poll: pollOption, day: { ...dayOption, required: true } },
  run: async (call) => {
    const { scope, region, language, text, options } = call
    const words = text.polls.draft
    const found = await ownPoll(call, options.poll)
    if (!found.ok) return found.refusal
    const { poll, days } = found.file
    if (poll.state !== 'draft') return refusedPoll(words.already).refusal
    if (!days.some(({ position }) => position === options.day)) return refusedPoll(words.gone).refusal
    if (days.length === 1) return refusedPoll(words.lastDay).refusal
    await dropDay(scope, poll.id, options.day)
    const view = pollView(region, await pollFile(scope, region, poll))
    return { kind: 'replace', card: pollDraftCard(view, { language, text }) }
  },
})
