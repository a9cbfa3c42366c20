import { refusalCard } from '../../cards/answer.ts'
import { caseCard } from '../../cards/case.ts'
import { maySeeCase } from '../../domain/permission/case-access.ts'
import { caseByCode } from '../../store/cases.ts'
import { command } from '../command.ts'
import { caseOption } from '../options.ts'
import { caseView } from './case-view.ts'

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
    const kase = await caseByCode(call.scope, options.case)
    if (!kase || !maySeeCase(call.asker, kase)) {
      const words = text.cases.show
      return {
        kind: 'refuse',
        card: refusalCard('case.not-found', words.notFound(options.case), words.notFoundNext),
      }
    }
    call.note('read', 'case', kase.id)
    return { kind: 'say', card: caseCard(await caseView(call, kase), call.language, text) }
  },
})
