import { followUpCard } from '../../cards/followup/followup.ts'
import { say } from '../answer.ts'
import { command } from '../command.ts'
import { followUpArgument } from './arguments.ts'
import { followUpView } from './view.ts'

/** The button of a line: one follow-up, its history, and what can be done about it. */
export const showFollowUp = command('followup.show', {
  hidden: true,
  discloses: true,
  permission: 'followup.read',
  args: { followup: followUpArgument.toSee },
  run: async ({ args, ...call }) =>
    say(followUpCard(await followUpView(call, args.followup), call.language, call.text)),
})
