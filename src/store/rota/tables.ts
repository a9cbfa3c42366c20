import { index, text, uuid } from 'drizzle-orm/pg-core'
import type { Party } from '../../domain/rota/turn.ts'
import { doneBy, identifier, instant, memberId, plainDate, regionId } from '../engine/columns.ts'
import { table } from '../engine/data-classes.ts'

const partyKind = (name: string) => identifier(name).$type<Party['kind']>().notNull()

/** Two turns of a rota that somebody asked to swap, by their first days. Turns themselves are computed. */
export const rotaSwaps = table(
  'rota_swaps',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey(),
    rotaId: identifier('rota_id').notNull(),
    byKind: partyKind('by_kind'),
    byId: memberId('by_id', {
      erase: 'keep',
      export: 'row',
      ends: 'never',
      when: { byKind: 'member' },
    }).notNull(),
    ofKind: partyKind('of_kind'),
    ofId: memberId('of_id', {
      erase: 'keep',
      export: 'row',
      ends: 'never',
      when: { ofKind: 'member' },
    }).notNull(),
    mine: plainDate('mine').notNull(),
    theirs: plainDate('theirs').notNull(),
    state: text('state', { enum: ['asked', 'agreed', 'refused'] }).notNull(),
    askedBy: doneBy('asked_by').notNull(),
    askedAt: instant('asked_at').notNull(),
    answeredBy: doneBy('answered_by'),
    answeredAt: instant('answered_at'),
  },
  { keep: 'region' },
  (t) => [index('rota_swaps_rota').on(t.regionId, t.rotaId)],
)
