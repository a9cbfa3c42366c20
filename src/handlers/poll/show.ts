import { pollFile } from '../../actions/poll/poll-facts.ts'
import { pollView } from '../../actions/poll/poll-view.ts'
import type { ListItem } from '../../bot/card.ts'
import { pollButton, pollDraftCard, pollListCard, pollTableCard } from '../../cards/poll/poll.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { memberName } from '../../domain/region/names.ts'
import { commentsOf, livePolls } from '../../store/poll/polls.ts'
import { type BaseCall, command, type Outcome } from '../legacy/command.ts'
import { organises, pollNamed, pollOption, refusedPoll } from './which-poll.ts'

/** `/meeting poll`: the open polls of the asker; from a button, the answers of one as they stand. */
export const showPoll = command({
  id: 'meeting.poll',
  words: {
    noun: (t) => t.commands.meeting.noun,
    verb: (t) => t.commands.meeting.poll.verb,
    description: (t) => t.commands.meeting.poll.description,
  },
  permission: 'poll.answer',
  options: { poll: { ...pollOption, required: false } },
  run: (call) => (call.options.poll === undefined ? list(call) : table(call, call.options.poll)),
})

const list = async (call: BaseCall): Promise<Outcome> => {
  const { scope, region, asker, language, text } = call
  const words = text.polls.list
  const items: ListItem[] = []
  for (const poll of await livePolls(scope)) {
    const file = await pollFile(scope, region, poll)
    const own = poll.organiserId === asker.memberId
    if (!own && (poll.state === 'draft' || !file.asked.includes(asker.memberId))) continue
    const waits = poll.state === 'open' && file.silent.includes(asker.memberId)
    const state = poll.state === 'draft' ? words.draft : words.silent(file.silent.length)
    items.push({
      text: words.item(poll.title, file.bodyName),
      detail: [words.until(writeDate(poll.deadline, language)), state, ...(waits ? [words.yours] : [])].join(
        text.answers.listSeparator,
      ),
      button: waits
        ? pollButton('meeting.answer', poll.id, text.polls.message.answer)
        : pollButton('meeting.poll', poll.id, text.polls.message.table),
    })
  }
  return { kind: 'say', card: pollListCard(items, { language, text }) }
}

const table = async (call: BaseCall, id: string): Promise<Outcome> => {
  const { scope, region, asker, language, text } = call
  const found = await pollNamed(call, id)
  if (!found.ok) return found.refusal
  const { file } = found
  const { poll, asked, required, answers } = file
  const own = organises(call, file)
  if (!own && (poll.state === 'draft' || !asked.includes(asker.memberId)))
    return refusedPoll(text.polls.notPart).refusal
  const view = pollView(region, file)
  if (poll.state === 'draft') return { kind: 'say', card: pollDraftCard(view, { language, text }) }
  const comments = await commentsOf(scope, poll.id, own ? undefined : asker.memberId)
  if (comments.size > 0) call.note('read', 'poll', poll.id)
  const rows = asked.map((memberId) => ({
    name: memberName(region, memberId),
    required: required.includes(memberId),
    marks: answers.find((one) => one.memberId === memberId)?.marks,
    comment: comments.get(memberId),
  }))
  const open = poll.state === 'open'
  const buttons = [
    ...(open && asked.includes(asker.memberId)
      ? [pollButton('meeting.answer', poll.id, text.polls.message.answer)]
      : []),
    ...(open && own ? [pollButton('meeting.decide', poll.id, text.polls.table.decide)] : []),
    ...(open && own ? [pollButton('meeting.withdraw', poll.id, text.polls.draft.withdraw)] : []),
  ]
  return { kind: 'say', card: pollTableCard(view, rows, buttons, { language, text }) }
}
