import { hideCaseCodes } from '../../actions/case/hide-case-codes.ts'
import { type PollContext, pollContext } from '../../actions/poll/poll-facts.ts'
import { pollView } from '../../actions/poll/poll-view.ts'
import { type Button, type Card, type ListItem, present } from '../../bot/card.ts'
import { pollButton, pollListCard, pollTableCard } from '../../cards/poll/poll.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { mayOrganisePoll } from '../../domain/poll/permission.ts'
import { memberName } from '../../domain/region/names.ts'
import { commentsOf, livePolls } from '../../store/poll/polls.ts'
import { say } from '../answer.ts'
import type { Call } from '../call.ts'
import { command } from '../command.ts'
import { pollToSee } from './arguments.ts'
import { draftCard } from './draft-card.ts'

/** `/meeting poll`: the open polls of the asker; from a button, the answers of one as they stand. */
export const showPoll = command('meeting.poll', {
  permission: 'poll.answer',
  args: { poll: pollToSee.optional },
  run: async ({ args: { poll }, ...call }) => say(await (poll ? tableOf(call, poll) : listFor(call))),
})

const listFor = async (call: Call): Promise<Card> => {
  const { scope, region, asker, language, text } = call
  const files: PollContext[] = []
  for (const poll of await livePolls(scope)) files.push(await pollContext(scope, region, poll))
  const mine = files.filter(
    ({ poll, asked }) =>
      poll.organiserId === asker.memberId || (poll.state === 'open' && asked.includes(asker.memberId)),
  )
  return pollListCard(
    mine.map((context) => lineOf(call, context)),
    { language, text },
  )
}

const lineOf = ({ asker, language, text }: Call, { poll, bodyName, silent }: PollContext): ListItem => {
  const words = text.polls.list
  const waits = poll.state === 'open' && silent.includes(asker.memberId)
  const detail = present<string>(
    words.until(writeDate(poll.deadline, language)),
    poll.state === 'draft' ? words.draft : words.silent(silent.length),
    waits && words.yours,
  )
  return {
    text: words.item(poll.title, bodyName),
    detail: detail.join(text.answers.listSeparator),
    button: waits
      ? pollButton('meeting.answer', poll.id, text.polls.message.answer)
      : pollButton('meeting.poll', poll.id, text.polls.message.table),
  }
}

/** A draft, or who answered what; other people's comments are for who organises it. */
const tableOf = async (call: Call, context: PollContext): Promise<Card> => {
  const { scope, region, asker, language, text } = call
  const { poll, asked, required, answers } = context
  const organises = mayOrganisePoll(asker, context, call.region)
  const view = pollView(region, context)
  if (poll.state === 'draft') return draftCard(call, context)
  const comments = await hideCaseCodes(
    scope,
    await commentsOf(scope, poll.id, organises ? undefined : asker.memberId),
  )
  if (comments.size > 0) call.note('read', 'poll', poll.id)
  const rows = asked.map((memberId) => ({
    name: memberName(region, memberId),
    required: required.includes(memberId),
    marks: answers.find((one) => one.memberId === memberId)?.marks,
    comment: comments.get(memberId),
  }))
  const { message, table, draft } = text.polls
  const toDo = present<Button>(
    asked.includes(asker.memberId) && pollButton('meeting.answer', poll.id, message.answer),
    organises && pollButton('meeting.decide', poll.id, table.decide),
    organises && pollButton('meeting.withdraw', poll.id, draft.withdraw),
  )
  return pollTableCard(view, rows, poll.state === 'open' ? toDo : [], { language, text })
}
