import { LIAISON, OFFICERS, STEERING } from './groups.ts'
import type { NounRights } from './rights.ts'

/** Seen by its body and by those who take turns; swapped by who has a turn, and agreed to by who has the other. */
export const ROTA: NounRights = {
  commands: {
    'rota.now': { may: { nothing: [...LIAISON, ...OFFICERS] } },
    'rota.list': { may: { nothing: [...LIAISON, ...OFFICERS], rota: { kanji: STEERING, denwa: LIAISON } } },
    'rota.swap': {
      comesBack: 'the last turn offered may be their own',
      may: {
        // The first rota that they see.
        nothing: ['other office', ...OFFICERS],
        rota: { kanji: OFFICERS, denwa: ['in charge', 'other office'] },
      },
    },
    'rota.answer': { may: { swap: { 'between municipalities': ['officer elsewhere'] } } },
  },
}
