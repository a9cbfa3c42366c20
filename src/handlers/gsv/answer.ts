import { gsvSaidCard } from '../../cards/gsv/gsv.ts'
import { GSV_PATTERNS } from '../../domain/gsv/patterns.ts'
import { answerPresenting } from '../../store/gsv/gsv-presentations.ts'
import { command } from '../legacy/command.ts'
import { choice, lines, optional } from '../legacy/field.ts'
import { optionalMeeting } from '../legacy/options.ts'
import { sessionMeant, sessionName } from './find-session.ts'
import { ownCases, takePresenter } from './may-present.ts'

/** The button of a request in the morning's message: a case, or why not; then the next is asked. */
export const answerGsv = command({
  id: 'gsv.answer',
  words: {
    noun: (t) => t.commands.gsv.noun,
    verb: (t) => t.commands.gsv.answer.verb,
    description: (t) => t.commands.gsv.answer.description,
  },
  hidden: true,
  permission: 'gsv.offer',
  options: { meeting: optionalMeeting },
  form: {
    title: (t) => t.gsv.offer.askedTitle,
    submit: (t) => t.gsv.offer.askedSubmit,
    fields: {
      answer: choice({
        words: (t) => t.gsv.offer.askedFields.answer,
        values: ['accept', 'decline'] as const,
        labels: (t) => t.gsv.offer.answers,
      }),
      pattern: choice({
        words: (t) => t.gsv.offer.fields.pattern,
        values: GSV_PATTERNS,
        labels: (t) => t.gsv.pattern,
      }),
      case: optional(choice<string>({ words: (t) => t.gsv.offer.fields.case })),
      reason: optional(lines<string>({ words: (t) => t.gsv.offer.askedFields.reason, maxLength: 200 })),
    },
  },
  run: async (call) => {
    const meant = await sessionMeant(call, call.options)
    if (!meant.ok) return meant.refusal
    const { session } = meant
    return {
      kind: 'ask',
      open: {
        intro: `${call.text.gsv.offer.askedIntro(sessionName(call, session))}${call.text.gsv.offer.intro}`,
        initial: { answer: 'accept', pattern: session.series.groups.pattern },
        choices: { case: await ownCases(call) },
      },
    }
  },
  submit: async (call) => {
    const { scope, asker, values, now, text } = call
    const meant = await sessionMeant(call, call.options)
    if (!meant.ok) return meant.refusal
    const { session } = meant
    const { pattern, reason } = values
    if (values.answer === 'accept')
      return takePresenter(call, session, { pattern, case: values.case, state: 'accepted' }, 'answer')
    const words = text.gsv.offer
    if (reason === undefined) return { kind: 'correct', faults: { fields: { reason: words.reasonMissing } } }
    const id = await answerPresenting(
      scope,
      {
        meetingId: session.meeting.id,
        memberId: asker.memberId,
        state: 'declined',
        pattern,
        caseId: null,
        reason,
      },
      now,
    )
    call.note('change', 'gsv-presentation', id)
    return { kind: 'say', card: gsvSaidCard('gsv.declined', words.declined) }
  },
})
