import { pollContext } from '../../actions/poll/poll-facts.ts'
import { dropDay } from '../../store/poll/polls.ts'
import { refuse, replace } from '../answer.ts'
import { required } from '../arguments.ts'
import { command } from '../command.ts'
import { refused } from '../meeting/arguments.ts'
import { carriedDay, draftToOrganise } from './arguments.ts'
import { draftCard } from './draft-card.ts'

/** The button beside a day of a draft: takes the day out. */
export const dropPollDay = command('meeting.dropday', {
  hidden: true,
  permission: 'poll.open',
  args: { poll: draftToOrganise, day: required(carriedDay) },
  run: async ({ args, ...call }) => {
    const { scope, region } = call
    const words = call.text.polls.draft
    const { poll, days } = args.poll
    if (!days.some(({ position }) => position === args.day)) throw refuse(refused(words.gone))
    if (days.length === 1) throw refuse(refused(words.lastDay))
    await dropDay(scope, poll.id, args.day)
    return replace(await draftCard(call, await pollContext(scope, region, poll)))
  },
})
