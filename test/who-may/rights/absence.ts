import { CASE_WORKERS, CENTRE } from './groups.ts'
import type { NounRights, Who } from './rights.ts'

/** One's own; the centre registers anybody's. */
const OF_MEMBER: Record<string, Who> = {
  'in charge': ['in charge', 'coordinator'],
  'other office': ['other office', 'coordinator'],
  moved: ['moved', 'coordinator'],
  coordinator: CENTRE,
  'council member': CENTRE,
  former: CENTRE,
}

export const ABSENCE: NounRights = {
  commands: {
    'absence.take': {
      may: { nothing: CASE_WORKERS, member: OF_MEMBER },
      comesBack: 'whoever is alone in an office has a deputy of another by the word of the centre',
    },
    // Nobody else is away.
    'absence.end': { may: { nothing: ['in charge'], member: { 'in charge': ['in charge', 'coordinator'] } } },
  },
}
