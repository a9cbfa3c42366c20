import { pollContext } from '../../actions/poll/poll-facts.ts'
import { pollView } from '../../actions/poll/poll-view.ts'
import { pollDraftCard } from '../../cards/poll/poll.ts'
import { dropDay } from '../../store/poll/polls.ts'
import { refuse, replace } from '../answer.ts'
import { required } from '../arguments.ts'
import { command } from '../command.ts'
import { refused } from '../meeting/arguments.ts'
import { carriedDay, draftToOrganise } from './arguments.ts'

/** The button beside a day of a draft: takes the day out. */
export const dropPollDay = command('meeting.dropday', {
  hidden: true,
  permission: 'poll.open',
  args: { poll: draftToOrganise, day: required(carriedDay) },
  run: async ({ args, scope, region, language, text }) => {
    const words = text.polls.draft
    const { poll, days } = args.poll
    if (!days.some(({ position }) => position === args.day)) throw refuse(refused(words.gone))
    if (days.length === 1) throw refuse(refused(words.lastDay))
    await dropDay(scope, poll.id, args.day)
    const view = pollView(region, await pollContext(scope, region, poll))
    return replace(pollDraftCard(view, { language, text }))
  },
})
