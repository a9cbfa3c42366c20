import { followUpSaidCard } from '../../cards/followup/followup.ts'
import { mayBeAsked, mayBeGiven } from '../../domain/followup/permission.ts'
import { askerOf } from '../../domain/region/roster.ts'
import { changeFollowUp } from '../../store/followup/follow-ups.ts'
import { fieldFaults, formFault, say } from '../answer.ts'
import { command } from '../command.ts'
import { choice, lines, optional } from '../fields.ts'
import { followUpArgument } from './arguments.ts'
import { lineOf } from './view.ts'

/** 引き継ぐ: hands a follow-up to another member, who is told in their next digest. */
export const handOverFollowUp = command('followup.handover', {
  hidden: true,
  discloses: true,
  permission: 'followup.change',
  args: { followup: followUpArgument.toChange },
  form: { to: choice(), reason: optional(lines({ maxLength: 200 })) },
  open: async ({ args: { followup }, ...call }) => {
    const others = call.region.members.filter(
      (member) =>
        member.id !== followup.memberId &&
        mayBeAsked(member) &&
        mayBeGiven(askerOf(member, call.today), followup.supportCase),
    )
    const to = others.map(({ id, name }) => ({ value: id, label: name }))
    return { intro: await lineOf(call, followup), choices: { to } }
  },
  submit: async ({ args: { followup }, values, words, ...call }) => {
    const { scope, region, asker, now, text } = call
    const { memberGone, toOneself, notTheirCase, told } = text.followUps
    const to = region.members.find((one) => one.id === values.to && mayBeAsked(one))
    if (!to) throw fieldFaults({ to: memberGone })
    if (to.id === followup.memberId) throw fieldFaults({ to: toOneself })
    if (!mayBeGiven(askerOf(to, call.today), followup.supportCase))
      throw fieldFaults({ to: notTheirCase(followup.code ?? '') })
    const change = { memberId: to.id, reason: values.reason, by: asker.memberId, at: now }
    if (!(await changeFollowUp(scope, followup, change))) {
      await call.recheck()
      throw formFault(text.followUps.meanwhile)
    }
    call.note('change', 'follow-up', followup.id)
    return say(followUpSaidCard(words.said(to.name), to.id === asker.memberId ? undefined : told(to.name)))
  },
})
