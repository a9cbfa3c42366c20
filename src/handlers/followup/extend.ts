import { followUpCard } from '../../cards/followup/followup.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { changeFollowUp } from '../../store/followup/follow-ups.ts'
import { fieldFaults, formFault, say } from '../answer.ts'
import { command } from '../command.ts'
import { date, lines } from '../fields.ts'
import { followUpArgument } from './arguments.ts'
import { followUpView, lineOf } from './view.ts'

/** Extends a follow-up to a later day, with the reason; counts how often. */
export const extendFollowUp = command('followup.extend', {
  hidden: true,
  discloses: true,
  permission: 'followup.change',
  args: { followup: followUpArgument.toChange },
  form: { dueOn: date(), reason: lines({ maxLength: 200 }) },
  open: async ({ args, ...call }) => ({ intro: await lineOf(call, args.followup) }),
  submit: async ({ args: { followup }, values: { dueOn, reason }, words, ...call }) => {
    const { scope, asker, now, today, language, text } = call
    const { past, notLater } = text.followUps
    if (Temporal.PlainDate.compare(dueOn, today) < 0)
      throw fieldFaults({ dueOn: past(writeDate(today, language)) })
    if (Temporal.PlainDate.compare(dueOn, followup.dueOn) <= 0)
      throw fieldFaults({ dueOn: notLater(writeDate(followup.dueOn, language)) })
    if (!(await changeFollowUp(scope, followup, { dueOn, reason, by: asker.memberId, at: now }))) {
      await call.recheck()
      throw formFault(text.followUps.meanwhile)
    }
    const after = await followUpArgument.toSee.find(call, followup.id)
    call.note('change', 'follow-up', followup.id)
    const said = words.said(writeDate(dueOn, language))
    return say(followUpCard(await followUpView(call, after), language, text, said))
  },
})
