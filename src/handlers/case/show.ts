import { caseCard } from '../../cards/case/case.ts'
import { command } from '../legacy/command.ts'
import { caseOption } from '../legacy/options.ts'
import { caseView } from './case-view.ts'
import { findCase } from './find-case.ts'

/** `/case show CODE`. A case out of reach answers like one that does not exist. */
export const showCase = command({
  id: 'case.show',
  words: {
    noun: (t) => t.commands.case.noun,
    verb: (t) => t.commands.case.show.verb,
    description: (t) => t.commands.case.show.description,
  },
  permission: 'case.read',
  options: { case: caseOption },
  run: async (call) => {
    const { text, options } = call
    const found = await findCase(call, options.case, 'see')
    if (!found.ok) return found.refusal
    const { kase } = found
    call.note('read', 'case', kase.id)
    return { kind: 'say', card: caseCard(await caseView(call, kase), call.language, text) }
  },
})
