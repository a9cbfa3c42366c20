import { gsvSaidCard } from '../../cards/gsv/gsv.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { memberName } from '../../domain/region/names.ts'
import { openFollowUp } from '../../store/followup/follow-ups.ts'
import { saveOutcome, writtenOf } from '../../store/gsv/gsv-presentations.ts'
import { dateText } from '../fields.ts'
import { command } from '../legacy/command.ts'
import { date, longText } from '../legacy/field.ts'
import { presentationOption } from './find-session.ts'
import { ownPresentation } from './own-presentation.ts'

/** `/gsv outcome`: the ideas picked, the presenter's next action and by when. */
export const gsvOutcome = command({
  id: 'gsv.outcome',
  words: {
    noun: (t) => t.commands.gsv.noun,
    verb: (t) => t.commands.gsv.outcome.verb,
    description: (t) => t.commands.gsv.outcome.description,
  },
  permission: 'gsv.offer',
  options: { presentation: presentationOption },
  form: {
    title: (t) => t.gsv.outcome.title,
    submit: (t) => t.gsv.outcome.submit,
    fields: {
      ideas: longText({ words: (t) => t.gsv.outcome.fields.ideas, maxLength: 600 }),
      next: longText({ words: (t) => t.gsv.outcome.fields.next, maxLength: 300 }),
      by: date({ words: (t) => t.gsv.outcome.fields.by, schema: dateText }),
    },
  },
  run: async (call) => {
    const own = await ownPresentation(call, call.options.presentation)
    if (!own.ok) return own.refusal
    const { id, memberId, outcomeAt } = own.presentation
    const { outcome } = outcomeAt ? await writtenOf(call.scope, id) : {}
    if (outcome) call.note('read', 'gsv-presentation', id)
    return {
      kind: 'ask',
      open: {
        options: { presentation: id },
        intro: call.text.gsv.outcome.intro(memberName(call.region, memberId)),
        initial: {
          ideas: outcome?.ideas,
          next: outcome?.next,
          by: (outcome?.actBy ?? call.today.add({ weeks: 4 })).toString(),
        },
      },
    }
  },
  submit: async (call) => {
    const { scope, asker, values, now, today, language, text } = call
    const words = text.gsv.outcome
    const own = await ownPresentation(call, call.options.presentation)
    if (!own.ok) return own.refusal
    if (Temporal.PlainDate.compare(values.by, today) < 0)
      return { kind: 'correct', faults: { fields: { by: words.past } } }
    const { id, memberId, meetingId, caseId, outcomeAt } = own.presentation
    const { ideas, next, by: actBy } = values
    await saveOutcome(scope, id, { ideas, next, actBy, by: asker.memberId }, now)
    call.note('change', 'gsv-presentation', id)
    if (outcomeAt === null) {
      const given = { memberId, meetingId, caseId, summaryId: null, what: next, dueOn: actBy }
      await openFollowUp(scope, { ...given, openedBy: asker.memberId }, now)
    }
    const button = {
      label: words.change,
      press: { command: 'gsv.outcome', options: { presentation: id } },
    }
    const told = outcomeAt === null ? words.doneNext(writeDate(actBy, language)) : words.changed
    return { kind: 'say', card: gsvSaidCard('gsv.outcome', words.done, told, button) }
  },
})
