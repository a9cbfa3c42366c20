import { type GroupFault, sizeFault } from '../gsv/group-fault.ts'
import { type GroupSeries, participantsOf, sitsInGroups, sizeFor } from '../gsv/participants.ts'
import type { Region } from './region.ts'
import { everOnRoster } from './roster.ts'

type Path = (string | number)[]
/** What is wrong with the groups of a series, or with who takes turns. */
export type TurnsFault = { path: Path } & (
  | { reason: 'groups-kind' }
  | { reason: 'groups-impossible'; fault: GroupFault }
  | { reason: 'not-on-roster'; id: string; body: string }
)

const KINDS = new Set(['gsv', 'case_study'])

/** Groups that no number of people on the roster can make, and leaders and presenters who are not on it. */
export const checkGroups = (region: Region): TurnsFault[] =>
  region.series.flatMap((series, index): TurnsFault[] => {
    if (!sitsInGroups(series) || !region.bodies.some(({ id }) => id === series.body)) return []
    const path = ['series', index, 'groups']
    if (!KINDS.has(series.kind)) return [{ path, reason: 'groups-kind' }]
    const strangers = strangersOf(region, series, path)
    if (strangers.length > 0) return strangers
    const people = participantsOf(region, series, series.from)
    const fault = sizeFault(people, [], sizeFor(series.groups, people.length))
    return fault ? [{ path, reason: 'groups-impossible', fault }] : []
  })

const strangersOf = (region: Region, { body, groups }: GroupSeries, path: Path): TurnsFault[] => {
  const roster = everOnRoster(region, body)
  return (['facilitators', 'presenters'] as const).flatMap((list) =>
    groups[list].flatMap((seat, at): TurnsFault[] =>
      'member' in seat && isKnown(region, seat.member) && !roster.includes(seat.member)
        ? [{ path: [...path, list, at, 'member'], reason: 'not-on-roster', id: seat.member, body }]
        : [],
    ),
  )
}

/** Whose turn it is to lead or note a body's meetings must be somebody of it. */
export const checkRotas = (region: Region): TurnsFault[] =>
  region.rotas.flatMap(({ kind, body, series, order }, index) => {
    const led = body ?? region.series.find(({ id }) => id === series)?.body
    if (led === undefined || (kind !== 'chair' && kind !== 'recorder')) return []
    const roster = everOnRoster(region, led)
    return order.flatMap((party, at): TurnsFault[] =>
      'member' in party && isKnown(region, party.member) && !roster.includes(party.member)
        ? [
            {
              path: ['rotas', index, 'order', at, 'member'],
              reason: 'not-on-roster',
              id: party.member,
              body: led,
            },
          ]
        : [],
    )
  })

const isKnown = ({ members }: Region, member: string): boolean => members.some(({ id }) => id === member)
