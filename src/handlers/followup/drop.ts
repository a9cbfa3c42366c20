import { followUpSaidCard } from '../../cards/followup/followup.ts'
import { closeFollowUp } from '../../store/followup/follow-ups.ts'
import { command } from '../command.ts'
import { lines } from '../field.ts'
import { findFollowUp, followUpOption, introOf } from './find-follow-up.ts'

/** It is not to be done any more: the reason stays with it. */
export const dropFollowUp = command({
  id: 'followup.drop',
  words: {
    noun: (t) => t.commands.followup.noun,
    verb: (t) => t.commands.followup.drop.verb,
    description: (t) => t.commands.followup.drop.description,
  },
  hidden: true,
  permission: 'followup.change',
  options: { followup: followUpOption },
  form: {
    title: (t) => t.followUps.drop.title,
    submit: (t) => t.followUps.drop.submit,
    fields: { reason: lines<string>({ words: (t) => t.followUps.fields.dropReason, maxLength: 200 }) },
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
    const closing = {
      state: 'dropped' as const,
      reason: values.reason,
      closedBy: asker.memberId,
      closedAt: now,
    }
    if (!(await closeFollowUp(scope, found.followUp.id, closing))) {
      const again = await findFollowUp(call, options.followup, 'change')
      if (!again.ok) return again.refusal
    }
    call.note('change', 'follow-up', found.followUp.id)
    return { kind: 'say', card: followUpSaidCard(text.followUps.drop.said, undefined) }
  },
})
