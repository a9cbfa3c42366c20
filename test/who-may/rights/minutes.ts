import { CENTRE, LIAISON } from './groups.ts'
import type { NounRights, Who } from './rights.ts'

/** Approved minutes are the body's; before that they are read by those who work on them. */
const READERS: Record<string, Who> = {
  'liaison held': LIAISON,
  'secretariat held': CENTRE,
  'steering under way': CENTRE,
}

/** What the agenda of a body that may see codes held: the codes, and the titles of what has no case. */
const ON_THE_AGENDA: Record<string, Who> = {
  'case/own': LIAISON,
  'summary/discussed intake': LIAISON,
  'summary/discussed notice': LIAISON,
}

/** The last one that the reader follows. */
const LATEST: Who = LIAISON.filter(
  (one) => !['in charge', 'colleague', 'moved', 'new colleague'].includes(one),
)

export const MINUTES: NounRights = {
  commands: {
    'minutes.show': { may: { nothing: LATEST, meeting: READERS }, shows: ON_THE_AGENDA },
    'minutes.export': { may: { nothing: LATEST, meeting: READERS }, shows: ON_THE_AGENDA },
    // Both are finished already.
    'minutes.finish': { may: {} },
    // The chair approves; where a body has none, the centre.
    'minutes.approve': { may: { meeting: { 'secretariat held': CENTRE } } },
    'minutes.correct': {
      may: {
        meeting: {
          'liaison held': ['coordinator', 'chair'],
          'secretariat held': CENTRE,
          'steering under way': CENTRE,
        },
      },
      shows: ON_THE_AGENDA,
    },
  },
}
