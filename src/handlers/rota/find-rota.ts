import { z } from 'zod'
import { rotaFacts } from '../../actions/rota/rota-facts.ts'
import { refusalCard } from '../../cards/answer.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import type { Rota } from '../../domain/region/rota.ts'
import { turns } from '../../domain/rota/rota.ts'
import { speaksFor } from '../../domain/rota/rota-lines.ts'
import { type Party, partyOf, type Turn } from '../../domain/rota/turn.ts'
import type { BaseCall, Option, Outcome } from '../command.ts'

/** The rotas the asker may see: of bodies they sit on, those they take turns in, and for a coordinator all. */
export const ownRotas = ({ region, asker }: BaseCall): Rota[] =>
  region.rotas.filter(({ body, series, order }) => {
    const led = body ?? region.series.find(({ id }) => id === series)?.body
    return (
      asker.roles.includes('coordinator') ||
      (led !== undefined && rosterOf(region, led).includes(asker.memberId)) ||
      order.some((party) => speaksFor(region, partyOf(party)).includes(asker.memberId))
    )
  })

export const rotaOption: Option<string> = {
  schema: z.string().trim().min(1).max(80),
  required: false,
  words: (t) => t.commands.options.rota,
  suggest: async (call, typed) =>
    ownRotas(call)
      .filter(({ name }) => name.includes(typed.trim()))
      .map(({ id, name }) => ({ value: id, label: name })),
}

/** The rota named, or the first of theirs. */
export const rotaMeant = (
  call: BaseCall,
  named: string | undefined,
): { ok: true; rota: Rota } | { ok: false; refusal: Outcome } => {
  const own = ownRotas(call)
  const rota = named === undefined ? own[0] : own.find(({ id, name }) => id === named || name === named)
  if (rota) return { ok: true, rota }
  const { noRota, noRotaNext } = call.text.rota
  return { ok: false, refusal: { kind: 'refuse', card: refusalCard('rota.none', noRota, noRotaNext) } }
}

/** How far ahead turns are shown: two rounds of years, or half a year. */
const horizonOf = (rota: Rota, today: Temporal.PlainDate): Temporal.PlainDate =>
  today.add(rota.turn === 'year' ? { years: 10 } : { months: 12 })

const MOST_TURNS = 12

/** The turn that is on, and those ahead. */
export const turnsAhead = async ({ scope, region, today }: BaseCall, rota: Rota): Promise<Turn[]> => {
  const until = horizonOf(rota, today)
  const facts = await rotaFacts(scope, region, rota, until)
  return turns(rota, today, until, facts).slice(0, MOST_TURNS)
}

export const speaks = ({ region, asker }: BaseCall, party: Party): boolean =>
  speaksFor(region, party).includes(asker.memberId)
