import { CASE_READERS } from './case.ts'
import { CASE_WORKERS, CENTRE, EVERYBODY, LIAISON, OFFICERS, SATSUKI } from './groups.ts'
import type { NounRights, Who } from './rights.ts'

/**
 * A follow-up of a case is seen by those who work on the case, and by nobody who may not see that, though it be their
 * own. Another is seen by whose it is, who gave it, colleagues, who stands in, and the centre.
 */
const READERS: Record<string, Who> = {
  'own, of a case': [...SATSUKI, 'deputy', 'coordinator'],
  'given, of a case': ['other office', 'coordinator'],
  'given, without a case': ['in charge', 'other office', 'coordinator'],
  'of a case left behind': [...SATSUKI, 'coordinator'],
  'given on': ['successor', 'coordinator'],
  'of the council member': ['council member', 'coordinator'],
  'out of the GSV': ['receiver', 'coordinator'],
  'given in liaison held': ['receiver', 'coordinator'],
  'given in secretariat held': [...SATSUKI, 'coordinator'],
}

/** Whose it is, who gave it, who stands in, who is in charge of its case, and the centre; a colleague only reads. */
const WRITERS: Record<string, Who> = {
  'own, of a case': ['in charge', 'deputy', 'coordinator'],
  'given, of a case': ['other office', 'coordinator'],
  'given, without a case': ['in charge', 'other office', 'coordinator'],
  // Of those who may see the case nobody is in charge of it: its office has to say who is.
  'of a case left behind': CENTRE,
  'given on': ['successor', 'coordinator'],
  'of the council member': ['council member', 'coordinator'],
  'out of the GSV': ['receiver', 'coordinator'],
  'given in liaison held': ['receiver', 'coordinator'],
  'given in secretariat held': ['colleague', 'coordinator'],
}

const GIVERS: Who = [...CASE_WORKERS, ...OFFICERS]
const HERE: Who = GIVERS.filter((one) => one !== 'of another region')
const write = { may: { followup: WRITERS } }

export const FOLLOWUP: NounRights = {
  sees: {
    followup: {
      ...READERS,
      done: ['other office', 'coordinator'],
      // What was given in a meeting stands in its minutes.
      'given in liaison held': LIAISON,
    },
  },
  commands: {
    'followup.add': {
      may: {
        nothing: GIVERS,
        member: {
          'in charge': HERE,
          'other office': HERE,
          moved: HERE,
          coordinator: HERE,
          'council member': HERE,
        },
        case: CASE_READERS,
      },
      // About a case that is open.
      sends: {
        nothing: GIVERS,
        member: {
          'in charge': HERE,
          'other office': HERE,
          moved: HERE,
          coordinator: HERE,
          'council member': HERE,
        },
        case: { ...CASE_READERS, closed: [] },
      },
      comesBack: 'given to themselves it would outlive the standing in',
    },
    'followup.list': { may: { nothing: EVERYBODY } },
    'followup.show': { may: { followup: READERS } },
    'followup.done': write,
    'followup.extend': write,
    'followup.handover': write,
    'followup.drop': write,
  },
}
