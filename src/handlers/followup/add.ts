import { noticeCard } from '../../cards/answer.ts'
import { followUpSaidCard } from '../../cards/followup/followup.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { mayBeAsked, mayBeGiven } from '../../domain/followup/permission.ts'
import type { Region } from '../../domain/region/region.ts'
import { askerOf } from '../../domain/region/roster.ts'
import type { Case } from '../../store/case/cases.ts'
import { openFollowUp } from '../../store/followup/follow-ups.ts'
import { fieldFaults, say } from '../answer.ts'
import type { Call } from '../call.ts'
import { caseArgument, caseCode } from '../case/arguments.ts'
import { command } from '../command.ts'
import { choice, date, lines, optional, shortText } from '../fields.ts'
import { memberArgument } from '../member/arguments.ts'

/** Long enough for what one person does; the rest belongs in the minutes. */
const LONGEST_WHAT = 200

/** `/followup add [who] [case]`: 宿題, with the day by which it is asked for. */
export const addFollowUp = command('followup.add', {
  permission: 'followup.add',
  shortcut: { global: true, message: { takes: 'what' } },
  args: {
    member: memberArgument({
      may: (_, member) => mayBeAsked(member),
      unknown: ({ text: { followUps: words } }, typed = '') =>
        noticeCard('followup.refused', words.noMember(typed), words.noMemberNext),
    }),
    case: caseArgument.toSee.optional,
  },
  form: {
    member: choice(),
    what: lines({ maxLength: LONGEST_WHAT }),
    dueOn: date(),
    case: optional(shortText({ maxLength: 20, schema: caseCode })),
  },
  open: ({ args, region, words }) => ({
    intro: words.intro,
    initial: { member: args.member.id, case: args.case?.code },
    choices: {
      member: region.members.filter(mayBeAsked).map(({ id, name }) => ({ value: id, label: name })),
    },
  }),
  submit: async ({ values, words, ...call }) => {
    const { scope, region, asker, today, now, language, text } = call
    const { what, dueOn, case: code } = values
    const member = region.members.find((one) => one.id === values.member && mayBeAsked(one))
    const past = Temporal.PlainDate.compare(dueOn, today) < 0
    const supportCase = code === undefined ? undefined : await caseArgument.toSee.lookUp(call, code)
    const caseWrong = code === undefined ? undefined : caseFault(member, supportCase, code, { text, today })
    if (!member || past || caseWrong !== undefined)
      throw fieldFaults({
        member: member ? undefined : text.followUps.memberGone,
        dueOn: past ? text.followUps.past(writeDate(today, language)) : undefined,
        case: caseWrong,
      })
    const about = { meetingId: null, summaryId: null, caseId: supportCase?.id ?? null }
    const given = { ...about, openedBy: asker.memberId, memberId: member.id, what, dueOn }
    call.note('change', 'follow-up', await openFollowUp(scope, given, now))
    const told = member.id === asker.memberId ? undefined : text.followUps.told(member.name)
    return say(followUpSaidCard(words.said(member.name, writeDate(dueOn, language)), told))
  },
})

/** A follow-up about a case goes to somebody who may see it. */
const caseFault = (
  member: Region['members'][number] | undefined,
  supportCase: Case | undefined,
  code: string,
  { text: { followUps: words }, today }: Pick<Call, 'text' | 'today'>,
): string | undefined => {
  if (!supportCase) return words.noCase(code)
  if (supportCase.closedOn !== null) return words.caseClosed(code)
  return !member || mayBeGiven(askerOf(member, today), supportCase) ? undefined : words.notTheirCase(code)
}
