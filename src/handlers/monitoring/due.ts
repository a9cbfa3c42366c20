import { monitoringListCard } from '../../cards/monitoring.ts'
import { maySeeCase } from '../../domain/permission/case-access.ts'
import { dueMonitorings } from '../../store/monitorings.ts'
import { command } from '../command.ts'
import { memberName } from '../names.ts'

/** `/monitoring due`: a specialist's own; for who sees more, all within reach, with who is in charge. */
export const dueMonitoring = command({
  id: 'monitoring.due',
  words: {
    noun: (t) => t.commands.monitoring.noun,
    verb: (t) => t.commands.monitoring.due.verb,
    description: (t) => t.commands.monitoring.due.description,
  },
  permission: 'monitoring.read',
  options: {},
  run: async (call) => {
    const { scope, asker, region, today, language, text } = call
    const own = asker.officeId !== undefined && !asker.roles.includes('coordinator')
    const month = today.toPlainYearMonth()
    const due = await dueMonitorings(scope, month, own ? [asker.memberId] : undefined)
    const lines = due
      .filter((one) => maySeeCase(asker, one))
      .map(({ id, code, dueMonth, memberId }) => ({
        id,
        code,
        dueMonth,
        overdue: Temporal.PlainYearMonth.compare(dueMonth, month) < 0,
        ...(own ? {} : { member: memberName(region, memberId) }),
      }))
    call.note('read', 'monitoring-list', asker.officeId ?? region.id)
    return { kind: 'say', card: monitoringListCard(lines, language, text) }
  },
})
