import { refusalCard } from '../../cards/answer.ts'
import { codeCard } from '../../cards/workspace.ts'
import { CODE_LIFE } from '../../domain/workspace/connect-code.ts'
import { makeCode } from '../../store/workspace/connect-codes.ts'
import { type BaseCall, command } from '../legacy/command.ts'
import { codeOption } from '../workspace/code-option.ts'

/** Until when a code made now works, by the region's clock. */
export const untilWhen = ({ now, region }: BaseCall): string =>
  now.add(CODE_LIFE).toZonedDateTimeISO(region.timeZone).toPlainTime().toString({ smallestUnit: 'minute' })

/** `/tsunagi link [code]`: a code by which another account becomes the asker's; a stranger types it here. */
export const linkAccount = command({
  id: 'tsunagi.link',
  words: {
    noun: (t) => t.commands.tsunagi.noun,
    verb: (t) => t.commands.tsunagi.link.verb,
    description: (t) => t.commands.tsunagi.link.description,
  },
  permission: 'account.own',
  options: { code: codeOption },
  run: async (call) => {
    const { scope, asker, now, text } = call
    const words = text.connecting
    if (call.options.code !== undefined)
      return {
        kind: 'refuse',
        card: refusalCard('connecting.already', words.alreadyLinked(asker.name), words.alreadyNext),
      }
    const code = await makeCode(
      scope,
      { memberId: asker.memberId, mayConnect: false, madeBy: asker.memberId },
      now,
    )
    call.note('change', 'code', asker.memberId)
    return { kind: 'say', card: codeCard({ code, until: untilWhen(call), connects: false }, text) }
  },
})
