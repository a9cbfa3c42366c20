import { day, id, noticeKind } from '../delivery/notice.ts'

/** A turn begins. */
export const rotaTurnKind = noticeKind(
  'rota-turn',
  { rota: id, from: day },
  { purpose: ({ rota, from }) => `${rota}:${from}` },
)
