import { CASE_WORKERS, CENTRE, CENTRES, KONOHA, NOBODY, OFFICERS, SATSUKI } from './groups.ts'
import { except, type NounRights, type Who, without } from './rights.ts'

/**
 * A case is its office's: those who belong there now read it and work on it, whoever took it on. So does who stands in
 * for the person in charge, as long as these belong there themselves; the centre; and, reading only, the officer of
 * the municipality that decides its plans.
 */
export const CASE_READERS: Record<string, Who> = {
  own: [...SATSUKI, 'deputy', 'coordinator', 'officer here'],
  "colleague's": [...SATSUKI, 'coordinator', 'officer here'],
  "another office's": ['other office', 'coordinator', 'officer here'],
  "another municipality's": ['deputy', 'coordinator', 'officer elsewhere'],
  'left behind': [...SATSUKI, 'coordinator', 'officer here'],
  closed: [...SATSUKI, 'deputy', 'coordinator', 'officer here'],
  'given on': ['successor', 'coordinator', 'officer here'],
  'of who left': CENTRE,
  presented: ['receiver', 'coordinator', 'officer here'],
  'of another region': ['of another region'],
}
export const CASE_WRITERS = without(CASE_READERS, OFFICERS)
/** A closed one is only read, or opened again. */
export const OPEN_CASE_WRITERS = except(CASE_WRITERS, { closed: NOBODY })

const work = { may: { case: OPEN_CASE_WRITERS } }

export const CASE: NounRights = {
  sees: { case: CASE_READERS },
  commands: {
    'case.register': {
      // For themselves or a colleague; the centre for whoever belongs to an office.
      may: {
        nothing: CASE_WORKERS,
        member: {
          'in charge': [...SATSUKI, 'coordinator'],
          'other office': ['other office', 'coordinator'],
          moved: [...KONOHA, 'coordinator'],
          coordinator: CENTRE,
        },
      },
    },
    'case.list': { may: { nothing: [...CASE_WORKERS, ...OFFICERS] } },
    'case.show': { may: { case: CASE_READERS } },
    'case.assign': {
      // To somebody of the case's own office; the centre to whoever carries cases. Alone in an office, to nobody.
      may: {
        case: except(OPEN_CASE_WRITERS, {
          "another office's": CENTRE,
          "another municipality's": CENTRE,
          'given on': CENTRE,
          presented: CENTRE,
        }),
        from: {
          'in charge': [...SATSUKI, 'deputy', 'coordinator'],
          'other office': CENTRE,
          // What they left behind is their old office's to hand on.
          moved: [...SATSUKI, 'coordinator'],
          former: CENTRE,
        },
      },
      comesBack: 'the colleague named may be in charge already, or of no office there',
    },
    'case.close': work,
    'case.reopen': { may: { case: { closed: CASE_WRITERS.closed ?? NOBODY } } },
    'case.suspend': work,
    // None of them is suspended.
    'case.resume': { may: {} },
    'case.need': work,
    'case.priority': { may: { nothing: [...CASE_WORKERS, ...OFFICERS] } },
    'case.selfplan': work,
    'summary.passed': { may: { nothing: CENTRES } },
  },
}
