import { noticeCard } from '../../cards/answer.ts'
import { ownLedgerCard } from '../../cards/delivery.ts'
import { maySeeDeliveries } from '../../domain/delivery/permission.ts'
import { may } from '../../domain/member/permission.ts'
import { ledgerLines } from '../../store/delivery/ledger.ts'
import { say } from '../answer.ts'
import { command } from '../command.ts'
import { memberArgument } from '../member/arguments.ts'
import { LEDGER, ledgerReader } from './view.ts'

const whose = memberArgument({
  may: maySeeDeliveries,
  unknown: ({ asker, text }, typed = asker.name) =>
    noticeCard('ledger.refused', text.cases.register.noSpecialist(typed)),
  notYours: ({ text }) => noticeCard('ledger.refused', text.commands.tsunagi.deliveries.onlyOwn),
})

/** `/tsunagi deliveries [member]`: what was due to somebody, when it went out, and why not. A coordinator may ask for anybody. */
export const ownDeliveries = command('tsunagi.deliveries', {
  permission: 'delivery.own',
  args: { member: whose },
  run: async ({ args: { member }, ...call }) => {
    const asked = { since: call.now.subtract(LEDGER.goesBack), memberId: member.id }
    const lines = await ledgerLines(call.scope, asked, LEDGER.most)
    const mayManage = may(call.asker, 'delivery.manage')
    return say(ownLedgerCard(lines, member.name, mayManage, ledgerReader(call)))
  },
})
