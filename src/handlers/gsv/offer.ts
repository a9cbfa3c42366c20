import { GSV_PATTERNS } from '../../domain/gsv/patterns.ts'
import { fieldFaults } from '../answer.ts'
import { command } from '../command.ts'
import { choice, optional } from '../fields.ts'
import { comingSessionsArgument, sessionName } from './arguments.ts'
import { ownCases, takePresenter } from './take-presenter.ts'

/** Most sessions offered: a platform's list holds no more, and nobody plans further ahead. */
const SESSIONS = 12

/** `/gsv offer [series]`: somebody brings a case to a coming session. */
export const offerGsv = command('gsv.offer', {
  permission: 'gsv.offer',
  args: { sessions: comingSessionsArgument },
  form: {
    meeting: choice(),
    pattern: choice({ values: GSV_PATTERNS, labels: (t) => t.gsv.pattern }),
    case: optional(choice()),
  },
  open: async ({ args, words, ...call }) => {
    const sessions = args.sessions.slice(0, SESSIONS)
    const [next] = sessions
    return {
      intro: words.intro,
      initial: { meeting: next?.meeting.id, pattern: next?.series.groups.pattern },
      choices: {
        meeting: sessions.map((one) => ({ value: one.meeting.id, label: sessionName(call, one) })),
        case: await ownCases(call),
      },
    }
  },
  submit: async ({ args: { sessions }, values, ...call }) => {
    const { pattern, case: code } = values
    const session = sessions.find(({ meeting }) => meeting.id === values.meeting)
    if (!session) throw fieldFaults({ meeting: call.text.gsv.gone })
    return takePresenter(call, session, { pattern, case: code, state: 'offered' }, 'meeting')
  },
})
