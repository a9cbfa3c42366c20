import { randomUUID } from 'node:crypto'
import { and, asc, desc, eq, gte, ne } from 'drizzle-orm'
import type { RotaFacts } from '../../domain/rota/rota.ts'
import type { SwapRequest } from '../../domain/rota/swap-request.ts'
import type { Scope } from '../engine/database.ts'
import { param, prepared } from '../engine/prepared.ts'
import { turnsSwapped } from '../region/turn-facts.ts'
import { rotaSwaps } from './tables.ts'

type Row = typeof rotaSwaps.$inferSelect
export type StoredSwap = Pick<Row, 'id' | 'rotaId' | 'askedBy' | 'askedAt'> & { request: SwapRequest }

const swapOf = ({ id, rotaId, askedBy, askedAt, byKind, byId, ofKind, ofId, ...row }: Row): StoredSwap => ({
  id,
  rotaId,
  askedBy,
  askedAt,
  request: {
    askedBy: { kind: byKind, id: byId },
    askedOf: { kind: ofKind, id: ofId },
    mine: row.mine,
    theirs: row.theirs,
    state: row.state,
  },
})

export const swapById = async (scope: Scope, id: string): Promise<StoredSwap | undefined> => {
  const [row] = await scope.tx.select().from(rotaSwaps).where(eq(rotaSwaps.id, id)).for('update')
  return row && swapOf(row)
}

/** Lists swaps that wait for an answer, oldest first. */
export const openSwaps = async (scope: Scope): Promise<StoredSwap[]> => (await waiting(scope, {})).map(swapOf)

const waiting = prepared((tx) =>
  tx.select().from(rotaSwaps).where(eq(rotaSwaps.state, 'asked')).orderBy(asc(rotaSwaps.askedAt)),
)

/** Lists swaps answered since an instant, latest first. */
export const answeredSwaps = async (scope: Scope, since: Temporal.Instant): Promise<StoredSwap[]> =>
  (await answered(scope, { since })).map(swapOf)

const answered = prepared((tx) =>
  tx
    .select()
    .from(rotaSwaps)
    .where(and(ne(rotaSwaps.state, 'asked'), gte(rotaSwaps.answeredAt, param('since', rotaSwaps.answeredAt))))
    .orderBy(desc(rotaSwaps.answeredAt)),
)

export const addSwap = async (
  scope: Scope,
  rotaId: string,
  { askedBy: by, askedOf: of, mine, theirs, state }: SwapRequest,
  asked: { by: string; at: Temporal.Instant },
): Promise<string> => {
  const id = randomUUID()
  await scope.tx.insert(rotaSwaps).values({
    regionId: scope.regionId,
    id,
    rotaId,
    byKind: by.kind,
    byId: by.id,
    ofKind: of.kind,
    ofId: of.id,
    mine,
    theirs,
    state,
    askedBy: asked.by,
    askedAt: asked.at,
  })
  return id
}

export const settleSwap = async (
  scope: Scope,
  id: string,
  answer: { state: 'agreed' | 'refused'; answeredBy: string; answeredAt: Temporal.Instant },
): Promise<boolean> => {
  const settled = await scope.tx
    .update(rotaSwaps)
    .set(answer)
    .where(and(eq(rotaSwaps.id, id), eq(rotaSwaps.state, 'asked')))
    .returning({ id: rotaSwaps.id })
  if (settled.length > 0 && answer.state === 'agreed') await turnsSwapped(scope)
  return settled.length > 0
}

/** Lists the days of the swaps agreed in a rota, oldest first. */
export const agreedSwaps = (scope: Scope, rotaId: string): Promise<RotaFacts['swaps']> =>
  agreed(scope, { rotaId })

const agreed = prepared((tx) =>
  tx
    .select({ one: rotaSwaps.mine, other: rotaSwaps.theirs })
    .from(rotaSwaps)
    .where(and(eq(rotaSwaps.rotaId, param('rotaId', rotaSwaps.rotaId)), eq(rotaSwaps.state, 'agreed')))
    .orderBy(asc(rotaSwaps.answeredAt)),
)
