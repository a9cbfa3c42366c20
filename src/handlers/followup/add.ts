import { refusalCard } from '../../cards/answer.ts'
import { followUpSaidCard } from '../../cards/followup/followup.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { maySeeCase } from '../../domain/case/case-access.ts'
import type { Region } from '../../domain/region/region.ts'
import type { Case } from '../../store/case/cases.ts'
import { openFollowUp } from '../../store/followup/follow-ups.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import { findCase } from '../case/find-case.ts'
import { memberNamed, memberOption } from '../case/specialist.ts'
import { command } from '../command.ts'
import { dateText } from '../date-field.ts'
import { choice, date, lines, optional, shortText } from '../field.ts'
import { caseCode, optionalCase } from '../options.ts'

/** Long enough for what one person does; the rest belongs in the minutes. */
const LONGEST_WHAT = 200

/** `/followup add [who] [case]`: 宿題, with the day by which it is asked for. */
export const addFollowUp = command({
  id: 'followup.add',
  words: {
    noun: (t) => t.commands.followup.noun,
    verb: (t) => t.commands.followup.add.verb,
    description: (t) => t.commands.followup.add.description,
  },
  permission: 'followup.add',
  shortcut: {
    global: (t) => t.menus.followup.add,
    message: { name: (t) => t.menus.onMessage.followup, takes: 'what' },
  },
  options: {
    member: {
      ...memberOption,
      words: (t) => t.commands.options.who,
      suggest: async ({ region }, typed) =>
        region.members
          .filter(({ name }) => name.includes(typed.trim()))
          .map(({ id, name }) => ({ value: id, label: name })),
    },
    case: optionalCase,
  },
  form: {
    title: (t) => t.followUps.add.title,
    submit: (t) => t.followUps.add.submit,
    fields: {
      member: choice<string>({ words: (t) => t.followUps.fields.member }),
      what: lines<string>({ words: (t) => t.followUps.fields.what, maxLength: LONGEST_WHAT }),
      dueOn: date({ words: (t) => t.followUps.fields.dueOn, schema: dateText }),
      case: optional(
        shortText<string>({ words: (t) => t.followUps.fields.case, maxLength: 20, schema: caseCode }),
      ),
    },
  },
  run: async (call) => {
    const { region, asker, options, text } = call
    const member = memberNamed(region, options.member ?? asker.memberId)
    const words = text.followUps
    if (!member) {
      const card = refusalCard('followup.refused', words.noMember(options.member ?? ''), words.noMemberNext)
      return { kind: 'refuse', card }
    }
    const seen = options.case === undefined ? undefined : await findCase(call, options.case, 'see')
    if (seen && !seen.ok) return seen.refusal
    const choices = { member: region.members.map(({ id, name }) => ({ value: id, label: name })) }
    const initial = { member: member.id, case: options.case }
    return { kind: 'ask', open: { intro: words.add.intro, initial, choices } }
  },
  submit: async (call) => {
    const { scope, region, asker, options, values, today, now, language, text } = call
    const words = text.followUps
    const carried = options.case === undefined ? undefined : await findCase(call, options.case, 'see')
    if (carried && !carried.ok) return carried.refusal
    const member = region.members.find(({ id }) => id === values.member)
    const past = Temporal.PlainDate.compare(values.dueOn, today) < 0
    const seen = values.case === undefined ? undefined : await findCase(call, values.case, 'see')
    const kase = seen?.ok ? seen.kase : undefined
    const fault = values.case === undefined ? undefined : caseFault(member, kase, values.case, text)
    if (!member || past || fault) {
      const fields = {
        ...(member ? {} : { member: words.memberGone }),
        ...(past ? { dueOn: words.past(writeDate(today, language)) } : {}),
        ...(fault ? { case: fault } : {}),
      }
      return { kind: 'correct', faults: { fields } }
    }
    const caseId = kase?.id ?? null
    const wanted = { meetingId: null, summaryId: null, caseId, openedBy: asker.memberId }
    const { what, dueOn } = values
    const id = await openFollowUp(scope, { ...wanted, memberId: member.id, what, dueOn }, now)
    call.note('change', 'follow-up', id)
    const said = words.add.done(member.name, writeDate(dueOn, language))
    const next = member.id === asker.memberId ? undefined : words.add.told(member.name)
    return { kind: 'say', card: followUpSaidCard(said, next) }
  },
})

/** A follow-up about a case goes to somebody who may see it. */
const caseFault = (
  member: Region['members'][number] | undefined,
  kase: Case | undefined,
  code: string,
  { followUps: words }: Catalogue,
): string | undefined => {
  if (!kase) return words.noCase(code)
  if (kase.closedOn !== null) return words.caseClosed(code)
  if (!member) return undefined
  const theirs = {
    memberId: member.id,
    name: member.name,
    roles: member.roles,
    ...(member.office === undefined ? {} : { officeId: member.office }),
    ...(member.municipality === undefined ? {} : { municipalityId: member.municipality }),
  }
  return maySeeCase(theirs, kase) ? undefined : words.notTheirCase(code)
}
