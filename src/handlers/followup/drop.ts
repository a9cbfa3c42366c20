import { followUpSaidCard } from '../../cards/followup/followup.ts'
import { closeFollowUp } from '../../store/followup/follow-ups.ts'
import { say } from '../answer.ts'
import { command } from '../command.ts'
import { lines } from '../fields.ts'
import { followUpArgument } from './arguments.ts'
import { lineOf } from './view.ts'

/** Drops a follow-up that is not to be done any more; stores the reason. */
export const dropFollowUp = command('followup.drop', {
  hidden: true,
  discloses: true,
  permission: 'followup.change',
  args: { followup: followUpArgument.toChange },
  form: { reason: lines({ maxLength: 200 }) },
  open: async ({ args, ...call }) => ({ intro: await lineOf(call, args.followup) }),
  submit: async ({ args: { followup }, values, words, ...call }) => {
    const { scope, asker, now } = call
    const by = { closedBy: asker.memberId, closedAt: now }
    const closing = { state: 'dropped' as const, reason: values.reason, ...by }
    if (!(await closeFollowUp(scope, followup.id, closing))) await call.recheck()
    call.note('change', 'follow-up', followup.id)
    return say(followUpSaidCard(words.said, undefined))
  },
})
