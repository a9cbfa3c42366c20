import { noticeCard } from '../../cards/answer.ts'
import { monitoringListCard } from '../../cards/monitoring/monitoring.ts'
import { caseReach, mayPutInCharge, maySeeCase } from '../../domain/case/permission.ts'
import { actsForWhom } from '../../domain/member/roles.ts'
import { memberName } from '../../domain/region/names.ts'
import { dueMonitorings } from '../../store/monitoring/monitorings.ts'
import { say } from '../answer.ts'
import type { Call } from '../call.ts'
import { command } from '../command.ts'
import { memberArgument } from '../member/arguments.ts'

type Member = Call['region']['members'][number]

/** Anybody may be named: what is shown are the cases that the asker sees. */
const specialistArgument = memberArgument({
  propose: ({ region, asker }) => region.members.filter((member) => mayPutInCharge(asker, member)),
  unknown: ({ text }, typed = '') =>
    noticeCard('monitoring.no-member', text.cases.register.noSpecialist(typed)),
})

/** `/monitoring due [member]`: a specialist's own and those they stand in for; for who sees more, all within reach, with who is in charge. */
export const dueMonitoring = command('monitoring.due', {
  permission: 'monitoring.read',
  shortcut: { global: true },
  args: { member: specialistArgument.optional },
  run: async ({ args, ...call }) => {
    const { scope, asker, region, today, language, text } = call
    const month = today.toPlainYearMonth()
    const due = await dueMonitorings(scope, today, { memberIds: whoseMonths(call, args.member) })
    const lines = due
      .filter((one) => maySeeCase(asker, one))
      .map(({ id, code, dueMonth, memberId }) => ({
        id,
        code,
        dueMonth,
        overdue: Temporal.PlainYearMonth.compare(dueMonth, month) < 0,
        member: memberId === asker.memberId ? undefined : memberName(region, memberId),
      }))
    call.note('read', 'monitoring-list', asker.officeId ?? region.id)
    return say(monitoringListCard(lines, language, text))
  },
})

const whoseMonths = ({ asker }: Call, named: Member | undefined): string[] | undefined => {
  if (named) return [named.id]
  const own = caseReach(asker).reach === 'office'
  return own ? actsForWhom(asker) : undefined
}
