import { caseCard } from '../../cards/case/case.ts'
import { changeCase } from '../../store/case/cases.ts'
import { command } from '../legacy/command.ts'
import { choice } from '../legacy/field.ts'
import { caseOption } from '../legacy/options.ts'
import { caseView } from './case-view.ts'
import { findOpenCase } from './find-case.ts'

const LEVELS = ['1', '2', '3', 'none'] as const

/** `/case need CODE`: 支援の必要度, which says how often the case comes back to a meeting. */
export const setNeedLevel = command({
  id: 'case.need',
  words: {
    noun: (t) => t.commands.case.noun,
    verb: (t) => t.commands.case.need.verb,
    description: (t) => t.commands.case.need.description,
  },
  permission: 'case.change',
  options: { case: caseOption },
  form: {
    title: (t) => t.cases.need.title,
    submit: (t) => t.cases.need.submit,
    fields: {
      level: choice({
        words: (t) => t.cases.fields.needLevel,
        values: LEVELS,
        labels: (t) => t.cases.needLevels,
      }),
    },
  },
  run: async (call) => {
    const found = await findOpenCase(call, call.options.case)
    if (!found.ok) return found.refusal
    const { level1, level2, level3 } = call.region.settings.needReviewMonths
    const intro = call.text.cases.need.intro(found.kase.code, level1, level2, level3)
    return { kind: 'ask', open: { intro, initial: { level: String(found.kase.needLevel ?? 'none') } } }
  },
  submit: async (call) => {
    const { scope, values, today, text, language } = call
    const found = await findOpenCase(call, call.options.case)
    if (!found.ok) return found.refusal
    const { kase } = found
    const needLevel = values.level === 'none' ? null : Number(values.level)
    const change = { needLevel, needLevelSince: needLevel === null ? null : today }
    await changeCase(scope, kase.id, change)
    call.note('change', 'case', kase.id)
    const view = await caseView(call, { ...kase, ...change })
    return { kind: 'say', card: caseCard(view, language, text, text.cases.need.done(kase.code)) }
  },
})
