import { refusalCard } from '../../cards/answer.ts'
import { ownLedgerCard } from '../../cards/delivery.ts'
import { may } from '../../domain/member/permission.ts'
import { ledgerLines } from '../../store/delivery/ledger.ts'
import { memberNamed, memberOption } from '../case/specialist.ts'
import { command, type Option } from '../legacy/command.ts'
import { LEDGER, ledgerReader } from './view.ts'

const whose: Option<string> = {
  ...memberOption,
  words: (t) => t.commands.options.whose,
  suggest: async ({ region, asker }, typed) =>
    region.members
      .filter(
        ({ id, name }) =>
          name.includes(typed.trim()) && (id === asker.memberId || may(asker, 'delivery.manage')),
      )
      .map(({ id, name }) => ({ value: id, label: name })),
}

/** `/tsunagi deliveries [member]`: what was due to somebody, when it went out, and why not. A coordinator may ask for anybody. */
export const ownDeliveries = command({
  id: 'tsunagi.deliveries',
  words: {
    noun: (t) => t.commands.tsunagi.noun,
    verb: (t) => t.commands.tsunagi.deliveries.verb,
    description: (t) => t.commands.tsunagi.deliveries.description,
  },
  permission: 'delivery.own',
  options: { member: whose },
  run: async (call) => {
    const { asker, region, scope, now, options, text } = call
    const member = memberNamed(region, options.member ?? asker.memberId)
    const mayManage = may(asker, 'delivery.manage')
    if (!member)
      return {
        kind: 'refuse',
        card: refusalCard('ledger.refused', text.cases.register.noSpecialist(options.member ?? asker.name)),
      }
    if (member.id !== asker.memberId && !mayManage)
      return { kind: 'refuse', card: refusalCard('ledger.refused', text.deliveries.onlyOwn) }
    const asked = { since: now.subtract(LEDGER.goesBack), memberId: member.id }
    const lines = await ledgerLines(scope, asked, LEDGER.most)
    return { kind: 'say', card: ownLedgerCard(lines, member.name, mayManage, ledgerReader(call)) }
  },
})
