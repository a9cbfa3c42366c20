import { GSV_PATTERNS } from '../../domain/gsv/patterns.ts'
import { command } from '../legacy/command.ts'
import { choice, optional } from '../legacy/field.ts'
import { comingSessions, seriesOption, sessionById, sessionName } from './find-session.ts'
import { ownCases, takePresenter } from './may-present.ts'

/** What a platform's list holds, and as far ahead as anybody plans. */
const SESSIONS = 12

/** `/gsv offer [series]`: somebody brings a case to a coming session. */
export const offerGsv = command({
  id: 'gsv.offer',
  words: {
    noun: (t) => t.commands.gsv.noun,
    verb: (t) => t.commands.gsv.offer.verb,
    description: (t) => t.commands.gsv.offer.description,
  },
  permission: 'gsv.offer',
  options: { series: seriesOption },
  form: {
    title: (t) => t.gsv.offer.title,
    submit: (t) => t.gsv.offer.submit,
    fields: {
      meeting: choice({ words: (t) => t.gsv.offer.fields.meeting }),
      pattern: choice({
        words: (t) => t.gsv.offer.fields.pattern,
        values: GSV_PATTERNS,
        labels: (t) => t.gsv.pattern,
      }),
      case: optional(choice<string>({ words: (t) => t.gsv.offer.fields.case })),
    },
  },
  run: async (call) => {
    const coming = await comingSessions(call, call.options.series)
    if (!coming.ok) return coming.refusal
    const sessions = coming.sessions.slice(0, SESSIONS)
    const [next] = sessions
    return {
      kind: 'ask',
      open: {
        intro: call.text.gsv.offer.intro,
        initial: { meeting: next?.meeting.id, pattern: next?.series.groups.pattern },
        choices: {
          meeting: sessions.map((one) => ({ value: one.meeting.id, label: sessionName(call, one) })),
          case: await ownCases(call),
        },
      },
    }
  },
  submit: async (call) => {
    const { values, now, text } = call
    const session = await sessionById(call, values.meeting)
    if (!session || Temporal.Instant.compare(session.meeting.startsAt, now) <= 0)
      return { kind: 'correct', faults: { fields: { meeting: text.gsv.gone } } }
    return takePresenter(
      call,
      session,
      { pattern: values.pattern, case: values.case, state: 'offered' },
      'meeting',
    )
  },
})
