import { noticeCard } from '../../cards/answer.ts'
import { handoverSaidCard } from '../../cards/handover.ts'
import { assignCases } from '../../store/case/cases.ts'
import { answerSheet } from '../../store/handover/handover-sheets.ts'
import { refuse, say } from '../answer.ts'
import { command } from '../command.ts'
import { sheetToAnswer } from './arguments.ts'

/** The receiver takes it on; where the sender chose so, the case becomes theirs. */
export const acknowledgeHandover = command('handover.acknowledge', {
  hidden: true,
  permission: 'handover.write',
  args: { sheet: sheetToAnswer },
  run: async ({ args: { sheet }, words, ...call }) => {
    const { scope, region, now, text } = call
    const { id, caseId, code, senderId, receiverId, assigns, supportCase } = sheet
    if (!(await answerSheet(scope, id, { state: 'acknowledged' }, now))) await call.recheck()
    call.note('change', 'handover-sheet', id)
    const officeId = region.members.find((member) => member.id === receiverId)?.office
    if (!assigns || officeId === undefined) return say(handoverSaidCard(words.said(code)))
    const to = { memberId: receiverId, officeId, assignedBy: senderId, assignedAt: now }
    const moved = await assignCases(scope, { caseIds: [caseId], memberId: supportCase.memberId }, to)
    if (moved.length === 0) {
      const { answered, expiredNext } = text.handovers
      throw refuse(noticeCard('handover.refused', answered.expired, expiredNext))
    }
    for (const one of moved) call.note('change', 'case', one.id)
    return say(handoverSaidCard(words.said(code), words.assigned))
  },
})
