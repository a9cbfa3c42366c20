import { followUpSaidCard } from '../../cards/followup/followup.ts'
import { closeFollowUp } from '../../store/followup/follow-ups.ts'
import { command } from '../command.ts'
import { lines, optional } from '../field.ts'
import { findFollowUp, followUpOption, introOf } from './find-follow-up.ts'

/** Done, with a word on what came of it where there is one to say. */
export const finishFollowUp = command({
  id: 'followup.done',
  words: {
    noun: (t) => t.commands.followup.noun,
    verb: (t) => t.commands.followup.done.verb,
    description: (t) => t.commands.followup.done.description,
  },
  hidden: true,
  permission: 'followup.change',
  options: { followup: followUpOption },
  form: {
    title: (t) => t.followUps.done.title,
    submit: (t) => t.followUps.done.submit,
    fields: { reason: optional(lines<string>({ words: (t) => t.followUps.fields.outcome, maxLength: 200 })) },
  },
  run: async (call) => {
    const found = await findFollowUp(call, call.options.followup, 'change')
    if (!found.ok) return found.refusal
    return { kind: 'ask', open: { intro: await introOf(call, found.followUp) } }
  },
  submit: async (call) => {
    const { scope, options, values, asker, now, text } = call
    const found = await findFollowUp(call, options.followup, 'change')
    if (!found.ok) return found.refusal
    const closing = { state: 'done' as const, reason: values.reason, closedBy: asker.memberId, closedAt: now }
    if (!(await closeFollowUp(scope, found.followUp.id, closing))) {
      const again = await findFollowUp(call, options.followup, 'change')
      if (!again.ok) return again.refusal
    }
    call.note('change', 'follow-up', found.followUp.id)
    return { kind: 'say', card: followUpSaidCard(text.followUps.done.said, undefined) }
  },
})
