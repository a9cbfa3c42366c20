import { OPEN_CASE_WRITERS } from './case.ts'
import { NOBODY } from './groups.ts'
import { except, type NounRights } from './rights.ts'

const work = { may: { case: OPEN_CASE_WRITERS } }

/** A plan is its case's. */
export const PLAN: NounRights = {
  commands: {
    'plan.new': work,
    'plan.change': work,
    'plan.renew': work,
    'plan.certificate': work,
    // One on which something has been written or decided stays, whoever asks.
    'plan.remove': {
      may: {
        case: except(OPEN_CASE_WRITERS, {
          own: NOBODY,
          "another office's": NOBODY,
          "another municipality's": NOBODY,
          'left behind': NOBODY,
          'given on': NOBODY,
        }),
      },
    },
  },
}
