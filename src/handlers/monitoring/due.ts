import { refusalCard } from '../../cards/answer.ts'
import { monitoringListCard } from '../../cards/monitoring/monitoring.ts'
import { maySeeCase } from '../../domain/case/permission.ts'
import { memberName } from '../../domain/region/names.ts'
import { dueMonitorings } from '../../store/monitoring/monitorings.ts'
import { memberNamed, memberOption } from '../case/specialist.ts'
import { command } from '../legacy/command.ts'

/** `/monitoring due [member]`: a specialist's own and those they stand in for; for who sees more, all within reach, with who is in charge. */
export const dueMonitoring = command({
  id: 'monitoring.due',
  words: {
    noun: (t) => t.commands.monitoring.noun,
    verb: (t) => t.commands.monitoring.due.verb,
    description: (t) => t.commands.monitoring.due.description,
  },
  permission: 'monitoring.read',
  shortcut: { global: (t) => t.menus.monitoring.due },
  options: { member: memberOption },
  run: async (call) => {
    const { scope, asker, region, today, language, text } = call
    const named = call.options.member === undefined ? undefined : memberNamed(region, call.options.member)
    if (call.options.member !== undefined && !named) {
      const heading = text.cases.register.noSpecialist(call.options.member)
      return { kind: 'refuse', card: refusalCard('monitoring.no-member', heading) }
    }
    const own = !named && asker.officeId !== undefined && !asker.roles.includes('coordinator')
    const month = today.toPlainYearMonth()
    const whose = named ? [named.id] : own ? [asker.memberId, ...(asker.standsInFor ?? [])] : undefined
    const due = await dueMonitorings(scope, today, whose ? { memberIds: whose } : {})
    const lines = due
      .filter((one) => maySeeCase(asker, one))
      .map(({ id, code, dueMonth, memberId }) => ({
        id,
        code,
        dueMonth,
        overdue: Temporal.PlainYearMonth.compare(dueMonth, month) < 0,
        ...(memberId === asker.memberId ? {} : { member: memberName(region, memberId) }),
      }))
    call.note('read', 'monitoring-list', asker.officeId ?? region.id)
    return { kind: 'say', card: monitoringListCard(lines, language, text) }
  },
})
