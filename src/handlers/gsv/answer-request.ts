import { gsvSaidCard } from '../../cards/gsv/gsv.ts'
import { GSV_PATTERNS } from '../../domain/gsv/patterns.ts'
import { answerPresenting } from '../../store/gsv/gsv-presentations.ts'
import { fieldFaults, say } from '../answer.ts'
import { command } from '../command.ts'
import { choice, lines, optional } from '../fields.ts'
import { askedSessionArgument, sessionName } from './arguments.ts'
import { ownCases, takePresenter } from './take-presenter.ts'

/**
 * The button of a request in the digest: offers a case, or declines with the reason; then the next in the rota is
 * asked.
 */
export const answerGsvRequest = command('gsv.answer', {
  hidden: true,
  permission: 'gsv.offer',
  args: { session: askedSessionArgument },
  form: {
    answer: choice({ values: ['accept', 'decline'], labels: (t) => t.commands.gsv.answer.answers }),
    pattern: choice({ values: GSV_PATTERNS, labels: (t) => t.gsv.pattern }),
    case: optional(choice()),
    reason: optional(lines({ maxLength: 200 })),
  },
  open: async ({ args: { session }, words, ...call }) => ({
    intro: words.intro(sessionName(call, session)),
    initial: { answer: 'accept', pattern: session.series.groups.pattern },
    choices: { case: await ownCases(call) },
  }),
  submit: async ({ args: { session }, values, words, ...call }) => {
    const { scope, asker, now } = call
    const { answer, pattern, reason } = values
    if (answer === 'accept')
      return takePresenter(call, session, { pattern, case: values.case, state: 'accepted' }, 'answer')
    if (reason === undefined) throw fieldFaults({ reason: words.reasonMissing })
    const about = { meetingId: session.meeting.id, memberId: asker.memberId, pattern, caseId: null }
    const id = await answerPresenting(scope, { ...about, state: 'declined', reason }, now)
    call.note('change', 'gsv-presentation', id)
    return say(gsvSaidCard('gsv.declined', words.declined))
  },
})
