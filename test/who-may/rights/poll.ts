import { CENTRE, EVERYBODY, LIAISON, STEERING } from './groups.ts'
import type { NounRights, Who } from './rights.ts'

/** Who began it, and the centre, decide and withdraw it; everybody asked answers and sees it; a draft is its organiser's. */
const ORGANISERS: Record<string, Who> = {
  open: ['new colleague', 'coordinator'],
  'of the steering body': CENTRE,
}
const ASKED: Record<string, Who> = { open: LIAISON, 'of the steering body': STEERING }
const DRAFT: Record<string, Who> = { draft: ['new colleague', 'coordinator'] }

/** Chiefs ask the bodies that they sit on; the centre any. */
const OPENERS: Record<string, Who> = {
  renrakukai: ['in charge', 'new colleague', 'coordinator'],
  'gsv-kita': ['in charge', 'coordinator'],
  chosei: ['in charge', 'new colleague', 'coordinator'],
  unei: ['in charge', 'new colleague', 'coordinator'],
  zentaikai: CENTRE,
}

export const POLL: NounRights = {
  sees: { poll: { ...ASKED, ...DRAFT } },
  commands: {
    'meeting.find': { may: { body: OPENERS } },
    'meeting.offer': { comesBack: 'as many days as can be are offered already', may: { poll: DRAFT } },
    'meeting.dropday': { may: { poll: DRAFT } },
    'meeting.ask': { may: { poll: DRAFT } },
    'meeting.poll': { may: { nothing: EVERYBODY, poll: { ...ASKED, ...DRAFT } } },
    'meeting.answer': { may: { poll: ASKED } },
    'meeting.decide': { may: { nothing: CENTRE, poll: ORGANISERS } },
    'meeting.withdraw': {
      may: { nothing: ['new colleague', 'coordinator'], poll: { ...ORGANISERS, ...DRAFT } },
    },
  },
}
