import { noticeCard } from '../../cards/answer.ts'
import { codeCard } from '../../cards/workspace.ts'
import { CODE_LIFE } from '../../domain/workspace/connect-code.ts'
import { makeCode } from '../../store/workspace/connect-codes.ts'
import { type Answer, refuse, say } from '../answer.ts'
import { nameText, typed } from '../arguments.ts'
import type { Call } from '../call.ts'
import { command } from '../command.ts'

/** `/tsunagi link [code]`: a code by which another account becomes the asker's; an unlinked user enters it here. */
export const linkAccount = command('tsunagi.link', {
  permission: 'account.own',
  args: { code: typed(nameText) },
  run: ({ args, words, ...call }) => {
    const { asker, text } = call
    if (args.code !== undefined)
      throw refuse(noticeCard('connecting.already', words.already(asker.name), text.connecting.alreadyNext))
    return sayCode(call, { memberId: asker.memberId, mayConnect: false })
  },
})

/** Makes a code for a member's account, told to the asker. `of`: whose it is, where not the asker's own. */
export const sayCode = async (
  { scope, region, asker, now, text, note }: Call,
  { of, ...wanted }: { memberId: string; mayConnect: boolean; of?: string },
): Promise<Answer> => {
  const code = await makeCode(scope, { ...wanted, madeBy: asker.memberId }, now)
  note('change', 'code', wanted.memberId)
  const ends = now.add(CODE_LIFE).toZonedDateTimeISO(region.timeZone).toPlainTime()
  const until = ends.toString({ smallestUnit: 'minute' })
  return say(codeCard({ code, until, of, connects: wanted.mayConnect }, text))
}
