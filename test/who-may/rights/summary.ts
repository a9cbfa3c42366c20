import { CASE_WRITERS, OPEN_CASE_WRITERS } from './case.ts'
import { CASE_WORKERS, CENTRE, NOBODY, SATSUKI } from './groups.ts'
import { type CommandRights, except, type NounRights, type Who } from './rights.ts'

/**
 * A summary of a case is its case's, whoever presents it; one without a case is its presenter's. The centre sees all.
 * Officers read cases, no summaries: those are the meeting's.
 */
export const SUMMARY_READERS: Record<string, Who> = {
  discussed: CASE_WRITERS.own ?? NOBODY,
  'own result': CASE_WRITERS.own ?? NOBODY,
  "another office's": ['other office', 'coordinator'],
  'left behind': [...SATSUKI, 'coordinator'],
  'given on': ['successor', 'coordinator'],
  strengths: [...SATSUKI, 'coordinator'],
  'discussed intake': ['in charge', 'coordinator'],
  'discussed notice': ['other office', 'coordinator'],
  intake: ['in charge', 'coordinator'],
  issue: ['other office', 'coordinator'],
  notice: ['other office', 'coordinator'],
}

/** Without a case: anybody who carries cases writes one; on with it goes who presents it, on its own form. */
const withoutCase = (form: 'intake' | 'issue' | 'notice'): CommandRights => ({
  may: { nothing: CASE_WORKERS, summary: { [form]: SUMMARY_READERS[form] ?? NOBODY } },
})

/** In charge of an open case themselves: they choose among theirs. */
const IN_CHARGE: Who = [
  'in charge',
  'colleague',
  'deputy',
  'other office',
  'receiver',
  'successor',
  'of another region',
]

/** There no meeting takes any. */
const NO_MEETING = { 'of another region': NOBODY }

/** Of a case: who works on it; on with a summary goes who works on its case, on its own form. */
const ofCase = (summaries: readonly string[] = []): CommandRights => ({
  may: {
    nothing: IN_CHARGE,
    case: except(OPEN_CASE_WRITERS, NO_MEETING),
    summary: Object.fromEntries(summaries.map((name) => [name, SUMMARY_READERS[name] ?? NOBODY])),
  },
  // The case that is chosen in the form is asked: the centre may write on any.
  sends: {
    nothing: [...IN_CHARGE, 'coordinator'],
    case: except(OPEN_CASE_WRITERS, NO_MEETING),
    summary: Object.fromEntries(summaries.map((name) => [name, SUMMARY_READERS[name] ?? NOBODY])),
  },
})

export const SUMMARY: NounRights = {
  sees: { summary: SUMMARY_READERS },
  commands: {
    'summary.submit': {
      // That of `own` was discussed: the meeting's agenda is out.
      may: {
        nothing: IN_CHARGE.filter((one) => one !== 'in charge'),
        case: except(OPEN_CASE_WRITERS, { ...NO_MEETING, own: NOBODY }),
        summary: {
          "another office's": ['other office', 'coordinator'],
          'left behind': [...SATSUKI, 'coordinator'],
          'given on': ['successor', 'coordinator'],
        },
      },
      sends: {
        nothing: [...IN_CHARGE, 'coordinator'],
        case: except(OPEN_CASE_WRITERS, { ...NO_MEETING, own: NOBODY }),
        summary: {
          "another office's": ['other office', 'coordinator'],
          'left behind': [...SATSUKI, 'coordinator'],
          'given on': ['successor', 'coordinator'],
          // The form names another case of theirs, which is asked in its turn.
          discussed: [...SATSUKI, 'coordinator'],
        },
      },
    },
    'summary.review': ofCase(),
    'summary.result': ofCase(['own result']),
    'summary.study': ofCase(),
    'summary.strengths': ofCase(['strengths']),
    'summary.support': ofCase(),
    'summary.intake': withoutCase('intake'),
    'summary.issue': withoutCase('issue'),
    'summary.notice': withoutCase('notice'),
    // The results of monitoring are those that the centre agrees to beforehand.
    'summary.agree': { may: { summary: { 'own result': CENTRE } } },
    'summary.versions': { may: { summary: SUMMARY_READERS } },
    'summary.list': { may: { nothing: CASE_WORKERS } },
  },
}
