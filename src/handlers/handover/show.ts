import { handoverCard } from '../../cards/handover.ts'
import { mayAnswerSheet } from '../../domain/handover/permission.ts'
import { memberName } from '../../domain/region/names.ts'
import { sheetTexts } from '../../store/handover/handover-sheets.ts'
import { say } from '../answer.ts'
import { command } from '../command.ts'
import { sheetArgument } from './arguments.ts'

/** The button of a sheet: what was written, and the receiver's two answers. */
export const showHandover = command('handover.show', {
  hidden: true,
  permission: 'handover.write',
  args: { sheet: sheetArgument.toSee },
  run: async ({ args: { sheet }, ...call }) => {
    const { scope, region, asker, language, text } = call
    const texts = await sheetTexts(scope, sheet.id)
    call.note('read', 'handover-sheet', sheet.id)
    const view = {
      ...sheet,
      ...texts,
      from: memberName(region, sheet.senderId),
      to: memberName(region, sheet.receiverId),
      mayAnswer: sheet.state === 'sent' && mayAnswerSheet(asker, sheet),
    }
    return say(handoverCard(view, language, text))
  },
})
