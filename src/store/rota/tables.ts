import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Party } from '../../domain/rota/turn.ts'
import { instant, plainDate, regionId } from '../engine/columns.ts'

const partyKind = (name: string) => text(name).$type<Party['kind']>().notNull()

/** Two turns of a rota that somebody asked to swap, by their first days. Turns themselves are computed. */
export const rotaSwaps = pgTable(
  'rota_swaps',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey(),
    rotaId: text('rota_id').notNull(),
    byKind: partyKind('by_kind'),
    byId: text('by_id').notNull(),
    ofKind: partyKind('of_kind'),
    ofId: text('of_id').notNull(),
    mine: plainDate('mine').notNull(),
    theirs: plainDate('theirs').notNull(),
    state: text('state', { enum: ['asked', 'agreed', 'refused'] }).notNull(),
    askedBy: text('asked_by').notNull(),
    askedAt: instant('asked_at').notNull(),
    answeredBy: text('answered_by'),
    answeredAt: instant('answered_at'),
  },
  (t) => [index('rota_swaps_rota').on(t.regionId, t.rotaId)],
)
