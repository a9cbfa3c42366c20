import { button } from '../../bot/card.ts'
import { gsvSaidCard } from '../../cards/gsv/gsv.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { mayBeGiven } from '../../domain/followup/permission.ts'
import { memberName } from '../../domain/region/names.ts'
import { askerOf } from '../../domain/region/roster.ts'
import { openFollowUp } from '../../store/followup/follow-ups.ts'
import { saveOutcome, writtenOf } from '../../store/gsv/gsv-presentations.ts'
import { fieldFaults, say } from '../answer.ts'
import { command } from '../command.ts'
import { date, longText } from '../fields.ts'
import { presentationArgument } from './arguments.ts'

/** `/gsv outcome`: the ideas picked, the presenter's next action and by when. */
export const gsvOutcome = command('gsv.outcome', {
  permission: 'gsv.offer',
  args: { presentation: presentationArgument },
  form: {
    ideas: longText({ maxLength: 600 }),
    next: longText({ maxLength: 300 }),
    by: date(),
  },
  open: async ({ args, words, ...call }) => {
    const { id, memberId, outcomeAt } = args.presentation
    const { outcome } = outcomeAt ? await writtenOf(call.scope, id) : {}
    if (outcome) call.note('read', 'gsv-presentation', id)
    const by = outcome?.actBy ?? call.today.add({ weeks: 4 })
    return {
      intro: words.intro(memberName(call.region, memberId)),
      initial: { ideas: outcome?.ideas, next: outcome?.next, by: by.toString() },
    }
  },
  submit: async ({ args, values, words, ...call }) => {
    const { scope, region, asker, now, today, language } = call
    const { id, memberId, meetingId, caseId, supportCase, outcomeAt } = args.presentation
    const { ideas, next, by: actBy } = values
    if (Temporal.PlainDate.compare(actBy, today) < 0) throw fieldFaults({ by: words.past })
    await saveOutcome(scope, id, { ideas, next, actBy, by: asker.memberId }, now)
    call.note('change', 'gsv-presentation', id)
    if (outcomeAt === null) {
      const presenter = region.members.find((member) => member.id === memberId)
      const may = presenter && mayBeGiven(askerOf(presenter, today), supportCase)
      const about = { caseId: may ? caseId : null, summaryId: null }
      const given = { memberId, meetingId, ...about, what: next, dueOn: actBy }
      await openFollowUp(scope, { ...given, openedBy: asker.memberId }, now)
    }
    const told = outcomeAt === null ? words.doneNext(writeDate(actBy, language)) : words.changed
    const change = button(words.change, 'gsv.outcome', { presentation: id })
    return say(gsvSaidCard('gsv.outcome', words.done, told, change))
  },
})
