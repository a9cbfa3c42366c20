import { followUpSaidCard } from '../../cards/followup/followup.ts'
import { closeFollowUp } from '../../store/followup/follow-ups.ts'
import { say } from '../answer.ts'
import { command } from '../command.ts'
import { lines, optional } from '../fields.ts'
import { followUpArgument } from './arguments.ts'
import { lineOf } from './view.ts'

/** Closes a follow-up as done, with what came of it where there is something to say. */
export const finishFollowUp = command('followup.done', {
  hidden: true,
  discloses: true,
  permission: 'followup.change',
  args: { followup: followUpArgument.toChange },
  form: { reason: optional(lines({ maxLength: 200 })) },
  open: async ({ args, ...call }) => ({ intro: await lineOf(call, args.followup) }),
  submit: async ({ args: { followup }, values, words, ...call }) => {
    const { scope, asker, now } = call
    const closing = { state: 'done' as const, reason: values.reason, closedBy: asker.memberId, closedAt: now }
    if (!(await closeFollowUp(scope, followup.id, closing))) await call.recheck()
    call.note('change', 'follow-up', followup.id)
    return say(followUpSaidCard(words.said, undefined))
  },
})
