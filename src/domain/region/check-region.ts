import { isAdHoc } from './ad-hoc-series.ts'
import { checkGroups, checkRotas, type TurnsFault } from './check-groups.ts'
import { checkSeriesDays, type SeriesDaysFault } from './check-series-days.ts'
import { checkTerms, type TermFault } from './check-terms.ts'
import type { Region } from './region.ts'

/** Something that does not fit together, and the place in the file: `['series', 2, 'body']`. */
export type RegionFault = { path: (string | number)[] } & (
  | { reason: 'duplicate-id'; id: string }
  | { reason: 'unknown'; noun: Noun; id: string; nearest: string[] }
  | { reason: 'cycle'; id: string }
  | { reason: 'series-days'; fault: SeriesDaysFault }
  | { reason: 'hours-reversed' }
  | { reason: 'digest-outside-hours' }
  | { reason: 'account-taken'; by: string }
  | Distributed<TurnsFault>
  | Distributed<TermFault>
)
type Distributed<Fault> = Fault extends unknown ? Omit<Fault, 'path'> : never
type Noun = 'municipality' | 'office' | 'member' | 'body' | 'series' | 'workspace' | 'rota'

/** Checks what a schema cannot: dangling references, cycles, reversed hours. Returns all faults at once. */
export const checkRegion = (region: Region): RegionFault[] => [
  ...duplicates(region),
  ...references(region),
  ...cycles(region),
  ...seriesDays(region),
  ...checkGroups(region),
  ...checkRotas(region),
  ...checkTerms(region),
  ...hours(region),
  ...accounts(region),
]

const LISTS = ['municipalities', 'offices', 'members', 'bodies', 'series', 'rotas'] as const

const duplicates = (region: Region): RegionFault[] =>
  LISTS.flatMap((list) => {
    const ids = region[list].map(({ id }) => id)
    return ids.flatMap((id, index): RegionFault[] =>
      ids.indexOf(id) === index ? [] : [{ path: [list, index, 'id'], reason: 'duplicate-id', id }],
    )
  })

/** The keys that name one of a list, wherever people are named. */
const WHO = ['member', 'office', 'municipality', 'rota'] as const

const references = (region: Region): RegionFault[] => {
  const known: Record<Noun, string[]> = {
    municipality: region.municipalities.map(({ id }) => id),
    office: region.offices.map(({ id }) => id),
    member: region.members.map(({ id }) => id),
    body: region.bodies.map(({ id }) => id),
    series: region.series.map(({ id }) => id),
    workspace: region.workspaces.map(({ id }) => id),
    rota: region.rotas.map(({ id }) => id),
  }
  const check = (noun: Noun, id: string | undefined, path: (string | number)[]): RegionFault[] =>
    id === undefined || known[noun].includes(id)
      ? []
      : [{ path, reason: 'unknown', noun, id, nearest: known[noun] }]
  const checkWho = (who: object, path: (string | number)[]): RegionFault[] =>
    Object.entries(who).flatMap(([noun, id]) =>
      WHO.some((one) => one === noun) ? check(noun as Noun, String(id), [...path, noun]) : [],
    )
  return [
    ...region.offices.flatMap(({ municipality }, i) =>
      check('municipality', municipality, ['offices', i, 'municipality']),
    ),
    ...region.members.flatMap(({ office, municipality, accounts }, i) => [
      ...check('office', office, ['members', i, 'office']),
      ...check('municipality', municipality, ['members', i, 'municipality']),
      ...accounts.flatMap(({ workspace }, j) =>
        check('workspace', workspace, ['members', i, 'accounts', j, 'workspace']),
      ),
    ]),
    ...(region.visits?.visitors ?? []).flatMap((id, i) => check('member', id, ['visits', 'visitors', i])),
    ...(region.visits?.rounds ?? []).flatMap(({ offices }, i) =>
      offices.flatMap((id, j) => check('office', id, ['visits', 'rounds', i, 'offices', j])),
    ),
    ...(region.visits?.newOffices ?? []).flatMap(({ office }, i) =>
      check('office', office, ['visits', 'newOffices', i, 'office']),
    ),
    ...region.bodies.flatMap(({ parent, lead, members, channels }, i) => [
      ...check('body', parent, ['bodies', i, 'parent']),
      ...check('member', lead, ['bodies', i, 'lead']),
      ...members.flatMap((seat, j) => checkWho(seat, ['bodies', i, 'members', j])),
      ...channels.flatMap(({ workspace }, j) =>
        check('workspace', workspace, ['bodies', i, 'channels', j, 'workspace']),
      ),
    ]),
    ...region.rotas.flatMap(({ body, series, order }, i) => [
      ...check('body', body, ['rotas', i, 'body']),
      ...check('series', series, ['rotas', i, 'series']),
      ...order.flatMap((party, j) => checkWho(party, ['rotas', i, 'order', j])),
    ]),
    ...region.series.flatMap(({ body, groups, givesWayTo = [] }, i) => [
      ...check('body', body, ['series', i, 'body']),
      ...(['facilitators', 'presenters'] as const).flatMap((list) =>
        (groups?.[list] ?? []).flatMap((who, j) => checkWho(who, ['series', i, 'groups', list, j])),
      ),
      ...givesWayTo.flatMap(({ series }, j) =>
        check('series', series, ['series', i, 'givesWayTo', j, 'series']),
      ),
    ]),
  ]
}

const cycles = ({ bodies }: Region): RegionFault[] =>
  bodies.flatMap(({ id }, index): RegionFault[] => {
    const seen = new Set<string>()
    let at: string | undefined = id
    while (at !== undefined && !seen.has(at)) {
      seen.add(at)
      const here: string = at
      at = bodies.find((body) => body.id === here)?.parent
    }
    return at === id ? [{ path: ['bodies', index, 'parent'], reason: 'cycle', id }] : []
  })

const seriesDays = (region: Region): RegionFault[] =>
  region.series.flatMap((series, index) =>
    isAdHoc(series)
      ? []
      : checkSeriesDays(region, series).map(
          ({ path, ...fault }): RegionFault => ({
            path: ['series', index, ...path],
            reason: 'series-days',
            fault,
          }),
        ),
  )

const hours = ({ officeHours: { from, to }, settings: { digestAt } }: Region): RegionFault[] => {
  const compare = Temporal.PlainTime.compare
  if (compare(from, to) >= 0) return [{ path: ['officeHours'], reason: 'hours-reversed' }]
  const outside = compare(digestAt, from) < 0 || compare(digestAt, to) >= 0
  return outside ? [{ path: ['settings', 'digestAt'], reason: 'digest-outside-hours' }] : []
}

const accounts = ({ members }: Region): RegionFault[] => {
  const owners = new Map<string, string>()
  return members.flatMap((member, index) =>
    member.accounts.flatMap(({ platform, workspace, user }, at): RegionFault[] => {
      const key = [platform, workspace, user].join(' ')
      const owner = owners.get(key)
      if (owner === undefined) owners.set(key, member.name)
      return owner === undefined
        ? []
        : [{ path: ['members', index, 'accounts', at], reason: 'account-taken', by: owner }]
    }),
  )
}
