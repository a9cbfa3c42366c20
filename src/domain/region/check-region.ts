import { checkRule } from '../series/occurrences.ts'
import type { Region } from './region.ts'

/** Something that does not fit together, and the place in the file: `['series', 2, 'body']`. */
export type RegionFault = { path: (string | number)[] } & (
  | { reason: 'duplicate-id'; id: string }
  | { reason: 'unknown'; noun: Noun; id: string; nearest: string[] }
  | { reason: 'cycle'; id: string }
  | { reason: 'rule-malformed'; detail: string }
  | { reason: 'rule-too-frequent' }
  | { reason: 'rule-own-time' }
  | { reason: 'rule-never' }
  | { reason: 'hours-reversed' }
  | { reason: 'digest-outside-hours' }
  | { reason: 'account-taken'; by: string }
)
type Noun = 'municipality' | 'office' | 'member' | 'body' | 'workspace'

/** What a schema cannot see: names that lead nowhere, circles, hours turned round. All faults at once. */
export const checkRegion = (region: Region): RegionFault[] => [
  ...duplicates(region),
  ...references(region),
  ...cycles(region),
  ...rules(region),
  ...hours(region),
  ...accounts(region),
]

const LISTS = ['municipalities', 'offices', 'members', 'bodies', 'series'] as const

const duplicates = (region: Region): RegionFault[] =>
  LISTS.flatMap((list) => {
    const ids = region[list].map(({ id }) => id)
    return ids.flatMap((id, index): RegionFault[] =>
      ids.indexOf(id) === index ? [] : [{ path: [list, index, 'id'], reason: 'duplicate-id', id }],
    )
  })

const references = (region: Region): RegionFault[] => {
  const known: Record<Noun, string[]> = {
    municipality: region.municipalities.map(({ id }) => id),
    office: region.offices.map(({ id }) => id),
    member: region.members.map(({ id }) => id),
    body: region.bodies.map(({ id }) => id),
    workspace: region.workspaces.map(({ id }) => id),
  }
  const check = (noun: Noun, id: string | undefined, path: (string | number)[]): RegionFault[] =>
    id === undefined || known[noun].includes(id)
      ? []
      : [{ path, reason: 'unknown', noun, id, nearest: known[noun] }]
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
    ...region.bodies.flatMap(({ parent, members, channels }, i) => [
      ...check('body', parent, ['bodies', i, 'parent']),
      ...members.flatMap((seat, j) => {
        const path = ['bodies', i, 'members', j]
        if ('member' in seat) return check('member', seat.member, [...path, 'member'])
        if ('office' in seat) return check('office', seat.office, [...path, 'office'])
        if ('municipality' in seat) return check('municipality', seat.municipality, [...path, 'municipality'])
        return []
      }),
      ...channels.flatMap(({ workspace }, j) =>
        check('workspace', workspace, ['bodies', i, 'channels', j, 'workspace']),
      ),
    ]),
    ...region.series.flatMap(({ body }, i) => check('body', body, ['series', i, 'body'])),
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

const rules = ({ series }: Region): RegionFault[] =>
  series.flatMap(({ rule, from }, index): RegionFault[] => {
    const path = ['series', index, 'rule']
    const checked = checkRule(rule, from)
    if (checked.ok) return []
    const { fault } = checked
    switch (fault.reason) {
      case 'malformed':
        return [{ path, reason: 'rule-malformed', detail: fault.detail }]
      case 'too-frequent':
        return [{ path, reason: 'rule-too-frequent' }]
      case 'own-time':
        return [{ path, reason: 'rule-own-time' }]
      case 'never':
        return [{ path, reason: 'rule-never' }]
      default:
        return fault satisfies never
    }
  })

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
