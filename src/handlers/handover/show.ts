import { handoverCard } from '../../cards/handover.ts'
import { memberName } from '../../domain/region/names.ts'
import { sheetTexts } from '../../store/handover/handover-sheets.ts'
import { command } from '../legacy/command.ts'
import { findSheet, mayAnswerSheet, sheetOption } from './find-sheet.ts'

/** The button of a sheet: what was written, and the receiver's two answers. */
export const showHandover = command({
  id: 'handover.show',
  words: {
    noun: (t) => t.commands.handover.noun,
    verb: (t) => t.commands.handover.show.verb,
    description: (t) => t.commands.handover.show.description,
  },
  hidden: true,
  permission: 'handover.write',
  options: { sheet: sheetOption },
  run: async (call) => {
    const { scope, region, language, text } = call
    const found = await findSheet(call, call.options.sheet, 'read')
    if (!found.ok) return found.refusal
    const { sheet } = found
    const texts = await sheetTexts(scope, sheet.id)
    call.note('read', 'handover-sheet', sheet.id)
    const view = {
      ...sheet,
      ...texts,
      from: memberName(region, sheet.senderId),
      to: memberName(region, sheet.receiverId),
      mayAnswer: mayAnswerSheet(call, sheet),
    }
    return { kind: 'say', card: handoverCard(view, language, text) }
  },
})
