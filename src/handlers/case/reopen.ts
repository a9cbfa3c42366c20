import { refusalCard } from '../../cards/answer.ts'
import { caseCard } from '../../cards/case/case.ts'
import { changeCase } from '../../store/case/cases.ts'
import { dropMonthsBetween } from '../../store/monitoring/monitorings.ts'
import { command } from '../legacy/command.ts'
import { caseOption } from '../legacy/options.ts'
import { caseView } from './case-view.ts'
import { findCase } from './find-case.ts'

/** `/case reopen CODE`: support begins again. Months that went by while it was closed are not asked for. */
export const reopenCase = command({
  id: 'case.reopen',
  words: {
    noun: (t) => t.commands.case.noun,
    verb: (t) => t.commands.case.reopen.verb,
    description: (t) => t.commands.case.reopen.description,
  },
  permission: 'case.change',
  options: { case: caseOption },
  run: async (call) => {
    const { scope, today, text, language } = call
    const found = await findCase(call, call.options.case, 'work')
    if (!found.ok) return found.refusal
    const { kase } = found
    const words = text.cases.reopen
    if (kase.closedOn === null)
      return { kind: 'refuse', card: refusalCard('case.open', words.isOpen(kase.code)) }
    const change = { closedOn: null, closingReason: null }
    await changeCase(scope, kase.id, change)
    await dropMonthsBetween(scope, kase.id, kase.closedOn.toPlainYearMonth(), today.toPlainYearMonth())
    call.note('change', 'case', kase.id)
    const view = await caseView(call, { ...kase, ...change })
    return { kind: 'say', card: caseCard(view, language, text, words.done(kase.code)) }
  },
})
