import { z } from 'zod'
import { withdrawPoll } from '../../actions/poll/decide-poll.ts'
import { buttons, card, paragraph } from '../../bot/card.ts'
import { noticeCard } from '../../cards/answer.ts'
import { pollButton } from '../../cards/poll/poll.ts'
import { say } from '../answer.ts'
import { carried } from '../arguments.ts'
import { command } from '../command.ts'
import { ownPollArgument } from './arguments.ts'

/** `/meeting withdraw`: ends the search for a day; needs a confirmation before those who were asked are told. */
export const withdrawPollCommand = command('meeting.withdraw', {
  permission: 'poll.open',
  args: { poll: ownPollArgument, sure: carried(z.enum(['yes'])) },
  run: async ({ args, ...call }) => {
    const words = call.text.polls.withdraw
    const { poll, asked } = args.poll
    if (args.sure) {
      await withdrawPoll(call.scope, args.poll, call.now)
      call.note('change', 'poll', poll.id)
      return say(noticeCard('poll.withdrawn', words.done(poll.title)))
    }
    const next = poll.state === 'open' ? words.tells(asked.length) : words.quiet
    const sure = pollButton('meeting.withdraw', poll.id, words.sure, { sure: 'yes' })
    return say(
      card(
        'poll.withdraw',
        words.heading(poll.title),
        paragraph(next),
        buttons({ ...sure, style: 'danger' }),
      ),
    )
  },
})
