import { z } from 'zod'
import { refusalCard } from '../../cards/answer.ts'
import { codeCard } from '../../cards/workspace.ts'
import { makeCode } from '../../store/workspace/connect-codes.ts'
import { memberNamed } from '../case/specialist.ts'
import { command, type Option } from '../legacy/command.ts'
import { untilWhen } from './link.ts'

const memberOption: Option<string> = {
  schema: z.string().trim().min(1).max(80),
  required: false,
  words: (t) => t.commands.options.whichMember,
  suggest: async ({ region, asker }, typed) =>
    region.members
      .filter(({ name }) => asker.roles.includes('coordinator') && name.includes(typed.trim()))
      .map(({ id, name }) => ({ value: id, label: name })),
}

/**
 * `/tsunagi invite [member]`: a code by which an account becomes that member's. A coordinator's also connects a
 * workspace that is in no region yet.
 */
export const inviteMember = command({
  id: 'tsunagi.invite',
  words: {
    noun: (t) => t.commands.tsunagi.noun,
    verb: (t) => t.commands.tsunagi.invite.verb,
    description: (t) => t.commands.tsunagi.invite.description,
  },
  permission: 'account.link',
  options: { member: memberOption },
  run: async (call) => {
    const { scope, region, asker, now, text } = call
    const words = text.connecting.invite
    const named = call.options.member ?? asker.memberId
    const member = memberNamed(region, named)
    if (!member)
      return {
        kind: 'refuse',
        card: refusalCard('connecting.no-member', words.unknown(named), words.unknownNext),
      }
    const connects = member.roles.includes('coordinator')
    const wanted = { memberId: member.id, mayConnect: connects, madeBy: asker.memberId }
    const code = await makeCode(scope, wanted, now)
    call.note('change', 'code', member.id)
    const card = codeCard({ code, until: untilWhen(call), of: member.name, connects }, text)
    return { kind: 'say', card }
  },
})
