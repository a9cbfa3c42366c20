import { followUpSaidCard } from '../../cards/followup/followup.ts'
import { changeFollowUp } from '../../store/followup/follow-ups.ts'
import { command } from '../command.ts'
import { choice, lines, optional } from '../field.ts'
import { findFollowUp, followUpOption, introOf } from './find-follow-up.ts'

/** 引き継ぐ: it is another member's from now on, who hears of it in their next digest. */
export const handOverFollowUp = command({
  id: 'followup.handover',
  words: {
    noun: (t) => t.commands.followup.noun,
    verb: (t) => t.commands.followup.handover.verb,
    description: (t) => t.commands.followup.handover.description,
  },
  hidden: true,
  permission: 'followup.change',
  options: { followup: followUpOption },
  form: {
    title: (t) => t.followUps.handover.title,
    submit: (t) => t.followUps.handover.submit,
    fields: {
      to: choice<string>({ words: (t) => t.followUps.fields.to }),
      reason: optional(lines<string>({ words: (t) => t.followUps.fields.handoverReason, maxLength: 200 })),
    },
  },
  run: async (call) => {
    const found = await findFollowUp(call, call.options.followup, 'change')
    if (!found.ok) return found.refusal
    const to = call.region.members
      .filter(({ id }) => id !== found.followUp.memberId)
      .map(({ id, name }) => ({ value: id, label: name }))
    return { kind: 'ask', open: { intro: await introOf(call, found.followUp), choices: { to } } }
  },
  submit: async (call) => {
    const { scope, region, options, values, asker, now, text } = call
    const words = text.followUps
    const found = await findFollowUp(call, options.followup, 'change')
    if (!found.ok) return found.refusal
    const { followUp } = found
    const to = region.members.find(({ id }) => id === values.to)
    if (!to) return { kind: 'correct', faults: { fields: { to: words.memberGone } } }
    if (to.id === followUp.memberId) return { kind: 'correct', faults: { fields: { to: words.toOneself } } }
    const change = { memberId: to.id, reason: values.reason, by: asker.memberId, at: now }
    if (!(await changeFollowUp(scope, followUp, change))) {
      const again = await findFollowUp(call, options.followup, 'change')
      if (!again.ok) return again.refusal
    }
    call.note('change', 'follow-up', followUp.id)
    const next = to.id === asker.memberId ? undefined : words.add.told(to.name)
    return { kind: 'say', card: followUpSaidCard(words.handover.said(to.name), next) }
  },
})
