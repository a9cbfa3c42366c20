import { CASE_WORKERS, CENTRE, OFFICERS } from './groups.ts'
import type { NounRights } from './rights.ts'

/** Who visits, and the centre, which the visitors are of; read by the officer of the place, which is neither of these. */
export const VISIT: NounRights = {
  sees: { visit: { reported: CENTRE } },
  commands: {
    'visit.list': { may: { nothing: [...CASE_WORKERS, ...OFFICERS] } },
    // One that is planned has nothing to be read.
    'visit.show': { may: { visit: { reported: CENTRE } } },
    'visit.done': { may: { visit: { planned: CENTRE } } },
  },
}
