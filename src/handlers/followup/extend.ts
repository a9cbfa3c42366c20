import { followUpCard } from '../../cards/followup/followup.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { changeFollowUp } from '../../store/followup/follow-ups.ts'
import { command } from '../command.ts'
import { dateText } from '../date-field.ts'
import { date, lines } from '../field.ts'
import { findFollowUp, followUpOption, followUpView, introOf } from './find-follow-up.ts'

/** Another day, later than the present one, with the reason; how often is counted. */
export const extendFollowUp = command({
  id: 'followup.extend',
  words: {
    noun: (t) => t.commands.followup.noun,
    verb: (t) => t.commands.followup.extend.verb,
    description: (t) => t.commands.followup.extend.description,
  },
  hidden: true,
  permission: 'followup.change',
  options: { followup: followUpOption },
  form: {
    title: (t) => t.followUps.extend.title,
    submit: (t) => t.followUps.extend.submit,
    fields: {
      dueOn: date({ words: (t) => t.followUps.fields.newDay, schema: dateText }),
      reason: lines<string>({ words: (t) => t.followUps.fields.extendReason, maxLength: 200 }),
    },
  },
  run: async (call) => {
    const found = await findFollowUp(call, call.options.followup, 'change')
    if (!found.ok) return found.refusal
    return { kind: 'ask', open: { intro: await introOf(call, found.followUp) } }
  },
  submit: async (call) => {
    const { scope, options, values, asker, now, today, language, text } = call
    const words = text.followUps
    const found = await findFollowUp(call, options.followup, 'change')
    if (!found.ok) return found.refusal
    const { followUp } = found
    const { dueOn, reason } = values
    if (Temporal.PlainDate.compare(dueOn, today) < 0)
      return { kind: 'correct', faults: { fields: { dueOn: words.past(writeDate(today, language)) } } }
    if (Temporal.PlainDate.compare(dueOn, followUp.dueOn) <= 0) {
      const fault = words.notLater(writeDate(followUp.dueOn, language))
      return { kind: 'correct', faults: { fields: { dueOn: fault } } }
    }
    await changeFollowUp(scope, followUp, { dueOn, reason, by: asker.memberId, at: now })
    const after = await findFollowUp(call, options.followup, 'see')
    if (!after.ok) return after.refusal
    call.note('change', 'follow-up', followUp.id)
    const view = await followUpView(call, after.followUp)
    const said = words.extend.said(writeDate(dueOn, language))
    return { kind: 'say', card: followUpCard(view, language, text, said) }
  },
})
