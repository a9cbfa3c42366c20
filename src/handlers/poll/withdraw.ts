import { z } from 'zod'
import { withdrawPoll } from '../../actions/poll/decide-poll.ts'
import { refusalCard } from '../../cards/answer.ts'
import { pollButton } from '../../cards/poll/poll.ts'
import { command, type Option } from '../legacy/command.ts'
import { ownPoll, pollOption } from './which-poll.ts'

const sureOption: Option<'yes'> = {
  schema: z.enum(['yes']),
  required: false,
  hidden: true,
  words: (t) => t.commands.options.sure,
}

/** `/meeting withdraw`: no day is looked for any more; asked once more before those who were asked are told. */
export const withdrawPollCommand = command({
  id: 'meeting.withdraw',
  words: {
    noun: (t) => t.commands.meeting.noun,
    verb: (t) => t.commands.meeting.withdraw.verb,
    description: (t) => t.commands.meeting.withdraw.description,
  },
  permission: 'poll.open',
  options: { poll: { ...pollOption, required: false }, sure: sureOption },
  run: async (call) => {
    const { scope, now, text, options } = call
    const words = text.polls.withdraw
    const found = await ownPoll(call, options.poll)
    if (!found.ok) return found.refusal
    const { poll, asked } = found.file
    if (options.sure) {
      await withdrawPoll(scope, found.file, now)
      call.note('change', 'poll', poll.id)
      return { kind: 'say', card: refusalCard('poll.withdrawn', words.done(poll.title)) }
    }
    const next = poll.state === 'open' ? words.tells(asked.length) : words.quiet
    const card = refusalCard('poll.withdraw', words.heading(poll.title), next)
    const button = {
      ...pollButton('meeting.withdraw', poll.id, words.sure, { sure: 'yes' }),
      style: 'danger' as const,
    }
    return { kind: 'say', card: { ...card, parts: [...card.parts, { part: 'buttons', buttons: [button] }] } }
  },
})
