import { turnsOnDay } from '../rota/on-turn.ts'
import { periodsOf } from '../rota/periods.ts'
import type { Region } from './region.ts'
import { isReversed, isThereOn, type Term } from './term.ts'

type Path = (string | number)[]
/** A term that ends before it begins, or a seat that nobody has a turn for on a day. */
export type TermFault = { path: Path } & (
  | { reason: 'term-reversed'; since: Temporal.PlainDate }
  | { reason: 'seat-empty'; rota: string; on: Temporal.PlainDate }
)

/** How far ahead a seat that a rota fills is looked at. */
const YEARS_AHEAD = 3

export const checkTerms = (region: Region): TermFault[] => [
  ...region.offices.flatMap((one, i) => reversed(one, ['offices', i, 'until'])),
  ...region.members.flatMap((one, i) => reversed(one, ['members', i, 'until'])),
  ...region.bodies.flatMap(({ from, until, members }, i) => [
    ...reversed({ since: from, until }, ['bodies', i, 'until']),
    ...members.flatMap((seat, j) => reversed(seat, ['bodies', i, 'members', j, 'until'])),
  ]),
  ...region.rotas.flatMap(({ order }, i) =>
    order.flatMap((party, j) => reversed(party, ['rotas', i, 'order', j, 'until'])),
  ),
  ...emptySeats(region),
]

const reversed = (term: Term, path: Path): TermFault[] =>
  term.since && isReversed(term) ? [{ path, reason: 'term-reversed', since: term.since }] : []

const emptySeats = (region: Region): TermFault[] =>
  region.bodies.flatMap(({ members }, i) =>
    members.flatMap((seat, j): TermFault[] => {
      if (!('rota' in seat)) return []
      const rota = region.rotas.find(({ id }) => id === seat.rota)
      // A meeting's turn is looked at when it is planned: what may be empty by the file is a stretch of days.
      if (!rota || rota.turn === 'meeting') return []
      const days = periodsOf(rota, rota.from.add({ years: YEARS_AHEAD }), []).map(({ from }) => from)
      const on = days.find((day) => isThereOn(seat, day) && turnsOnDay(region, rota, day).length === 0)
      return on
        ? [{ path: ['bodies', i, 'members', j, 'rota'], reason: 'seat-empty', rota: rota.id, on }]
        : []
    }),
  )
