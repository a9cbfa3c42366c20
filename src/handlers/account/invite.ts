import { noticeCard } from '../../cards/answer.ts'
import { mayHaveAccount } from '../../domain/account/permission.ts'
import { mayConnectWorkspace } from '../../domain/workspace/permission.ts'
import { command } from '../command.ts'
import { memberArgument } from '../member/arguments.ts'
import { sayCode } from './link.ts'

/**
 * `/tsunagi invite [member]`: a code by which an account becomes that member's. A coordinator's also connects a
 * workspace that is in no region yet.
 */
export const inviteMember = command('tsunagi.invite', {
  permission: 'account.link',
  args: {
    member: memberArgument({
      may: (_, member) => mayHaveAccount(member),
      unknown: ({ asker, text }, typed = asker.memberId) => {
        const words = text.commands.tsunagi.invite
        return noticeCard('connecting.no-member', words.unknown(typed), words.unknownNext)
      },
    }),
  },
  run: ({ args: { member }, ...call }) =>
    sayCode(call, { memberId: member.id, mayConnect: mayConnectWorkspace(member), of: member.name }),
})
