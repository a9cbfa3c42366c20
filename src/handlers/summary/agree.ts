import { z } from 'zod'
import { button, buttons, card } from '../../bot/card.ts'
import { noticeCard } from '../../cards/answer.ts'
import { agreedCard, summaryCard } from '../../cards/summary.ts'
import { memberName } from '../../domain/region/names.ts'
import { agreeSummary, summaryFields } from '../../store/summary/summaries.ts'
import { refuse, replace, say } from '../answer.ts'
import { carried } from '../arguments.ts'
import { command } from '../command.ts'
import { goneCard, summaryArgument } from './arguments.ts'

/** The button of a monitoring result: the centre reads it and agrees that the meeting looks at it (seed 001: 事前協議). */
export const agreeToSummary = command('summary.agree', {
  hidden: true,
  permission: 'summary.agree',
  args: { summary: summaryArgument.toSee, agreed: carried(z.enum(['yes'])) },
  seen: {
    version: ({ args: { summary, agreed } }) => agreed && summary.summary.version,
    changed: ({ args, words }) => {
      const again = button(words.again, 'summary.agree', { summary: args.summary.summary.id })
      return refuse(card('summary.agreed', words.changed, buttons(again)))
    },
  },
  run: async ({ args, words, ...call }) => {
    const { scope, asker, region, text, now } = call
    const { id, form, section, code, presenterId, version, agreedAt, agreedBy } = args.summary.summary
    if (code === null || section !== 'monitoring_result' || args.summary.supportCase?.closedOn)
      throw refuse(goneCard(call))
    if (!args.agreed) {
      call.note('read', 'summary', id)
      const presenter = memberName(region, presenterId)
      const view = { id, form, code, version, presenter, fields: await summaryFields(scope, id) }
      return say(summaryCard(view, agreedAt === null, text))
    }
    if (!(await agreeSummary(scope, id, { agreedBy: asker.memberId, agreedAt: now })))
      throw refuse(noticeCard('summary.agreed', words.already(memberName(region, agreedBy ?? ''))))
    call.note('change', 'summary', id)
    return replace(agreedCard(code, text))
  },
})
