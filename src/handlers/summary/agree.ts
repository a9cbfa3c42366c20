import { z } from 'zod'
import { refusalCard } from '../../cards/answer.ts'
import { agreedCard, summaryCard } from '../../cards/summary.ts'
import { maySeeCase } from '../../domain/case/permission.ts'
import { memberName } from '../../domain/region/names.ts'
import { caseByCode } from '../../store/case/cases.ts'
import { agreeSummary, summaryById, summaryFields } from '../../store/summary/summaries.ts'
import { command, type Option } from '../legacy/command.ts'
import { idOption } from '../legacy/options.ts'

const summaryOption = idOption('required', (t) => t.commands.options.summary)
const agreedOption: Option<'yes'> = {
  schema: z.enum(['yes']),
  required: false,
  hidden: true,
  words: (t) => t.commands.options.decision,
}

/** The button of a monitoring result: the centre reads it and agrees that the meeting looks at it (seed 001: 事前協議). */
export const agreeSummaryCommand = command({
  id: 'summary.agree',
  words: {
    noun: (t) => t.commands.summary.noun,
    verb: (t) => t.commands.summary.agree.verb,
    description: (t) => t.commands.summary.agree.description,
  },
  hidden: true,
  permission: 'summary.agree',
  options: { summary: summaryOption, agreed: agreedOption },
  run: async (call) => {
    const { scope, options, asker, region, text, now } = call
    const words = text.summaries.agree
    const found = await summaryById(scope, options.summary)
    const kase = found?.code ? await caseByCode(scope, found.code) : undefined
    if (!found || !kase || !maySeeCase(asker, kase))
      return { kind: 'refuse', card: refusalCard('summary.refused', text.summaries.submit.notFound) }
    const presenter = memberName(region, found.presenterId)
    if (!options.agreed) {
      call.note('read', 'summary', found.id)
      const fields = await summaryFields(scope, found.id)
      const view = { id: found.id, form: found.form, code: kase.code, presenter, fields }
      return { kind: 'say', card: summaryCard(view, found.agreedAt === null, text) }
    }
    if (!(await agreeSummary(scope, found.id, { agreedBy: asker.memberId, agreedAt: now }))) {
      const by = memberName(region, found.agreedBy ?? '')
      return { kind: 'refuse', card: refusalCard('summary.agreed', words.already(by)) }
    }
    call.note('change', 'summary', found.id)
    return { kind: 'replace', card: agreedCard(kase.code, text) }
  },
})
