import { CASE_WORKERS, CENTRE, KONOHA, OFFICERS, SATSUKI } from './groups.ts'
import { each, type NounRights } from './rights.ts'

/** What an office can take is told to whoever places people; only the office itself, and the centre, say it. */
export const OPENINGS: NounRights = {
  sees: { openings: each(["another office's"], [...CASE_WORKERS, ...OFFICERS]) },
  commands: {
    'openings.tell': {
      may: {
        nothing: CASE_WORKERS,
        office: {
          satsuki: [...SATSUKI, 'coordinator'],
          konoha: [...KONOHA, 'coordinator'],
          kumo: ['other office', 'coordinator'],
          kikan: CENTRE,
        },
      },
    },
    'openings.list': { may: { nothing: [...CASE_WORKERS, ...OFFICERS] } },
  },
}
