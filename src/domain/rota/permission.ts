import { type Asker, coordinates, EVERYBODY, hasRole, type RolesThatMay } from '../member/roles.ts'
import type { Region } from '../region/region.ts'
import { rosterOf } from '../region/roster.ts'
import type { Rota } from '../region/rota.ts'
import { type Party, partyOf } from './turn.ts'

export const ROTA_PERMISSIONS = {
  'rota.read': EVERYBODY,
  'rota.swap': EVERYBODY,
} as const satisfies RolesThatMay

/** Who hears of a party's turns and speaks for it: a corporation, which is a name alone, by the coordinators. */
export const speaksFor = ({ members }: Pick<Region, 'members'>, { kind, id }: Party): string[] => {
  const found = members.filter((member) => {
    switch (kind) {
      case 'member':
        return member.id === id
      case 'office':
        return member.office === id
      case 'municipality':
        return member.municipality === id && hasRole(member, 'officer')
      case 'corporation':
        return coordinates(member)
      default:
        return kind satisfies never
    }
  })
  return found.map((member) => member.id)
}

export const maySpeakFor = (asker: Asker, party: Party, region: Pick<Region, 'members'>): boolean =>
  speaksFor(region, party).includes(asker.memberId)

/** Of bodies they sit on, and those they take turns in; the centre sees all. */
export const maySeeRota = (asker: Asker, { body, series, order }: Rota, region: Region): boolean => {
  const led = body ?? region.series.find(({ id }) => id === series)?.body
  return (
    coordinates(asker) ||
    (led !== undefined && rosterOf(region, led, asker.today).includes(asker.memberId)) ||
    order.some((party) => maySpeakFor(asker, partyOf(party), region))
  )
}
