import { randomUUID } from 'node:crypto'
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Region } from '../../domain/region/region.ts'
import type { RotaFacts } from '../../domain/rota/rota.ts'
import type { Scope } from '../engine/database.ts'
import { meetings } from '../meeting/tables.ts'
import { rotaSwaps } from '../rota/tables.ts'
import { regions } from './tables.ts'

/** The rotas by which somebody chairs, records or sits on a body: who that is is asked with every permission. */
const rotasOfDuty = ({ rotas, bodies }: Region): Region['rotas'] => {
  const seats = new Set(
    bodies.flatMap(({ members }) => members.flatMap((one) => ('rota' in one ? one.rota : []))),
  )
  return rotas.filter(({ id, kind }) => kind === 'chair' || kind === 'recorder' || seats.has(id))
}

/** Loads what the turns of those rotas follow from beside the region's file. No statement where there are none. */
export const loadTurnFacts = async ({ tx }: Scope, region: Region): Promise<Map<string, RotaFacts>> => {
  const rotas = rotasOfDuty(region)
  if (rotas.length === 0) return new Map()
  const ids = rotas.map(({ id }) => id)
  const swaps = await tx
    .select({ rota: rotaSwaps.rotaId, one: rotaSwaps.mine, other: rotaSwaps.theirs })
    .from(rotaSwaps)
    .where(and(inArray(rotaSwaps.rotaId, ids), eq(rotaSwaps.state, 'agreed')))
    .orderBy(asc(rotaSwaps.answeredAt))
  const series = rotas.flatMap((rota) => rota.series ?? [])
  const held =
    series.length === 0
      ? []
      : await tx
          .select({ series: meetings.seriesId, startsAt: meetings.startsAt })
          .from(meetings)
          .where(and(inArray(meetings.seriesId, series), isNull(meetings.cancelled)))
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(region.timeZone).toPlainDate()
  return new Map(
    rotas.map((rota) => [
      rota.id,
      {
        meetings: held.filter((one) => one.series === rota.series).map(({ startsAt }) => dayOf(startsAt)),
        swaps: swaps.filter((one) => one.rota === rota.id).map(({ one, other }) => ({ one, other })),
      },
    ]),
  )
}

/** Has every process load the region anew, after a swap. */
export const turnsSwapped = async ({ tx }: Scope): Promise<void> => {
  await tx.update(regions).set({ revision: randomUUID() })
}

/** The same after meetings changed, where a rota goes by meetings. */
export const meetingsChanged = async ({ tx }: Scope): Promise<void> => {
  await tx
    .update(regions)
    .set({ revision: randomUUID() })
    .where(sql`jsonb_path_exists(${regions.definition}, '$.rotas[*] ? (@.turn == "meeting")')`)
}
