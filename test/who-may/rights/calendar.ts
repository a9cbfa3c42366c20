import { CENTRE, EVERYBODY } from './groups.ts'
import { each, type NounRights } from './rights.ts'

const BODIES = ['renrakukai', 'gsv-kita', 'chosei', 'unei', 'zentaikai'] as const

/** One's own; a body's is the centre's to give. */
export const CALENDAR: NounRights = {
  commands: {
    'calendar.link': { may: { nothing: EVERYBODY, body: each(BODIES, CENTRE) } },
    // There is one of who is in charge alone.
    'calendar.revoke': { may: { nothing: ['in charge'] } },
  },
}
