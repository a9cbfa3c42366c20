import { handoverSaidCard } from '../../cards/handover.ts'
import { assignCases } from '../../store/case/cases.ts'
import { answerSheet } from '../../store/handover/handover-sheets.ts'
import { command } from '../legacy/command.ts'
import { findSheet, sheetOption } from './find-sheet.ts'

/** The receiver takes it on; where the sender said so, the case becomes theirs. */
export const acknowledgeHandover = command({
  id: 'handover.acknowledge',
  words: {
    noun: (t) => t.commands.handover.noun,
    verb: (t) => t.commands.handover.acknowledge.verb,
    description: (t) => t.commands.handover.acknowledge.description,
  },
  hidden: true,
  permission: 'handover.write',
  options: { sheet: sheetOption },
  run: async (call) => {
    const { scope, region, now, text } = call
    const words = text.handovers.acknowledge
    const found = await findSheet(call, call.options.sheet, 'answer')
    if (!found.ok) return found.refusal
    const { id, caseId, code, senderId, receiverId, assigns } = found.sheet
    if (!(await answerSheet(scope, id, { state: 'acknowledged' }, now))) {
      const again = await findSheet(call, id, 'answer')
      if (!again.ok) return again.refusal
    }
    call.note('change', 'handover-sheet', id)
    const officeId = region.members.find((member) => member.id === receiverId)?.office
    if (!assigns || officeId === undefined) return { kind: 'say', card: handoverSaidCard(words.said(code)) }
    const to = { memberId: receiverId, officeId, assignedBy: senderId, assignedAt: now }
    const moved = await assignCases(scope, { caseId }, to)
    for (const one of moved) call.note('change', 'case', one.id)
    const next = moved.length > 0 ? words.assigned : undefined
    return { kind: 'say', card: handoverSaidCard(words.said(code), next) }
  },
})
