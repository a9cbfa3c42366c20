import { decidePoll } from '../../actions/poll/decide-poll.ts'
import { openDays, proposedDay } from '../../actions/poll/poll-facts.ts'
import { pollView } from '../../actions/poll/poll-view.ts'
import { refusalCard } from '../../cards/answer.ts'
import { pollDecideCard } from '../../cards/poll/poll.ts'
import { writeDateTime } from '../../domain/calendar/write-date.ts'
import { command } from '../legacy/command.ts'
import { dayOption, ownPoll, pollOption, refusedPoll } from './which-poll.ts'

/** `/meeting decide`: the best day with its reason, or another; the button takes it. */
export const decideDay = command({
  id: 'meeting.decide',
  words: {
    noun: (t) => t.commands.meeting.noun,
    verb: (t) => t.commands.meeting.decide.verb,
    description: (t) => t.commands.meeting.decide.description,
  },
  permission: 'poll.open',
  options: { poll: { ...pollOption, required: false }, day: dayOption },
  run: async (call) => {
    const { scope, region, asker, now, language, text, options } = call
    const words = text.polls.decide
    const found = await ownPoll(call, options.poll)
    if (!found.ok) return found.refusal
    const { file } = found
    if (file.poll.state === 'draft') return refusedPoll(words.notOpen).refusal
    const open = await openDays(scope, region, file, now)
    const best = proposedDay(open)
    if (!best) return refusedPoll(words.noDay, words.noDayNext).refusal
    if (options.day === undefined) {
      const days = open.map((day) => ({ ...day, when: day.startsAt.toZonedDateTimeISO(region.timeZone) }))
      return { kind: 'say', card: pollDecideCard(pollView(region, file), best, days, { language, text }) }
    }
    const isOpen = open.some(({ position }) => position === options.day)
    const by = { by: asker.memberId, now }
    const meeting = isOpen ? await decidePoll(scope, region, file, options.day, by) : undefined
    if (!meeting) return refusedPoll(words.taken).refusal
    call.note('change', 'poll', file.poll.id)
    const when = meeting.startsAt.toZonedDateTimeISO(region.timeZone).toPlainDateTime()
    const heading = words.done(file.poll.title, writeDateTime(when, language))
    return { kind: 'say', card: refusalCard('poll.taken', heading, words.doneNext) }
  },
})
