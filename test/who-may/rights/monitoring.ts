import { CASE_WRITERS, OPEN_CASE_WRITERS } from './case.ts'
import { CASE_WORKERS, CENTRES, NOBODY, OFFICERS, SATSUKI } from './groups.ts'
import { except, type NounRights, type Who } from './rights.ts'

const READERS: Who = [...CASE_WORKERS, ...OFFICERS]
const HERE: Who = READERS.filter((one) => one !== 'of another region')

/** Months and intervals are their case's; the officers of its municipality, and the centre, decide an interval. */
const PROPOSALS: Record<string, Who> = {
  own: ['coordinator', 'officer here'],
  "another municipality's": ['coordinator', 'officer elsewhere'],
  'left behind': ['coordinator', 'officer here'],
}

export const MONITORING: NounRights = {
  sees: {
    proposal: {
      own: [...SATSUKI, 'deputy', 'coordinator', 'officer here'],
      "another municipality's": ['deputy', 'coordinator', 'officer elsewhere'],
      'left behind': [...SATSUKI, 'coordinator', 'officer here'],
    },
  },
  commands: {
    // Of whoever it is asked, it lists what the asker may see.
    'monitoring.due': {
      may: {
        nothing: READERS,
        member: {
          'in charge': HERE,
          'other office': HERE,
          moved: HERE,
          coordinator: HERE,
          'council member': HERE,
          former: HERE,
        },
      },
    },
    'monitoring.done': {
      // Whoever has a month due.
      may: {
        nothing: [
          'in charge',
          'colleague',
          'deputy',
          'other office',
          'receiver',
          'successor',
          'of another region',
        ],
        case: CASE_WRITERS,
      },
      // The month itself is asked: the centre may record any.
      sends: {
        nothing: [
          'in charge',
          'colleague',
          'deputy',
          'other office',
          'receiver',
          'successor',
          'of another region',
          'coordinator',
        ],
        case: CASE_WRITERS,
      },
    },
    'monitoring.propose': {
      may: { case: OPEN_CASE_WRITERS },
      // One is waiting for its answer already.
      sends: {
        case: except(OPEN_CASE_WRITERS, {
          own: NOBODY,
          "another municipality's": NOBODY,
          'left behind': NOBODY,
        }),
      },
    },
    'monitoring.standard': { may: { nothing: READERS } },
    'monitoring.forecast': { may: { nothing: [...CENTRES, ...OFFICERS] } },
    'monitoring.decide': { may: { proposal: PROPOSALS } },
  },
}
