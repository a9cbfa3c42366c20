import { command } from '../command.ts'
import { choice } from '../fields.ts'
import { openCaseArgument } from './arguments.ts'
import { sayChanged } from './view.ts'

/** `/case need CODE`: 支援の必要度, which says how often the case comes back to a meeting. */
export const setNeedLevel = command('case.need', {
  permission: 'case.change',
  args: { case: openCaseArgument },
  form: { level: choice({ values: ['1', '2', '3', 'none'], labels: (t) => t.cases.needLevels }) },
  open: ({ args, region, words }) => {
    const { level1, level2, level3 } = region.settings.needReviewMonths
    return {
      intro: words.intro(args.case.code, level1, level2, level3),
      initial: { level: String(args.case.needLevel ?? 'none') },
    }
  },
  submit: ({ args, values, words, ...call }) => {
    const needLevel = values.level === 'none' ? null : Number(values.level)
    const change = { needLevel, needLevelSince: needLevel === null ? null : call.today }
    return sayChanged(call, args.case, change, words.done(args.case.code))
  },
})
