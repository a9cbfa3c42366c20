import { memoize } from '../calendar/memoize.ts'
import { type Asker, coordinates, hasRole, type StoodInFor } from '../member/roles.ts'
import { turnsOnDay } from '../rota/on-turn.ts'
import { type Party, partyOf } from '../rota/turn.ts'
import type { Region } from './region.ts'
import type { SeatOfMany } from './seat.ts'
import { isThereOn } from './term.ts'

type Member = Region['members'][number]
type Seat = Region['bodies'][number]['members'][number]
type Who = SeatOfMany | { member: string }

const rosters = memoize<Region, readonly string[]>()

/** Everybody on a body's roster on a day (a meeting's, or today), each once, in the order of the file. */
export const rosterOf = (region: Region, bodyId: string, on: Temporal.PlainDate): readonly string[] =>
  rosters(region, `${bodyId} ${on}`, () => readRoster(region, bodyId, on))

const readRoster = (region: Region, bodyId: string, on: Temporal.PlainDate): string[] => {
  const body = region.bodies.find(({ id }) => id === bodyId)
  if (!body) return []
  const seats = body.members.filter((seat) => isThereOn(seat, on)).flatMap((seat) => whoOf(region, seat, on))
  return region.members
    .filter((member) => isThereOn(member, on) && seats.some((who) => sitsOnDay(region, who, member, on)))
    .map(({ id }) => id)
}

/** Everybody who is, was or will be on a body's roster: terms and turns aside. */
export const everOnRoster = (region: Region, bodyId: string): readonly string[] => {
  const seats = region.bodies.find(({ id }) => id === bodyId)?.members ?? []
  const who = seats.flatMap((seat): Who[] => {
    if (!('rota' in seat)) return [seat]
    const rota = region.rotas.find(({ id }) => id === seat.rota)
    return rota?.order.flatMap((party) => whoIs(partyOf(party))) ?? []
  })
  return region.members.filter((member) => who.some((one) => sits(region, one, member))).map(({ id }) => id)
}

/** Of a seat that a rota fills: whose turn it is that day, or nobody. */
const whoOf = (region: Region, seat: Seat, on: Temporal.PlainDate): Who[] => {
  if (!('rota' in seat)) return [seat]
  const rota = region.rotas.find(({ id }) => id === seat.rota)
  return rota ? turnsOnDay(region, rota, on).flatMap(({ party }) => whoIs(party)) : []
}

/** A corporation is a name alone: nobody sits for it. */
const whoIs = ({ kind, id }: Party): Who[] => {
  switch (kind) {
    case 'member':
      return [{ member: id }]
    case 'office':
      return [{ office: id }]
    case 'municipality':
      return [{ municipality: id }]
    case 'corporation':
      return []
    default:
      return kind satisfies never
  }
}

const sitsOnDay = (region: Region, who: Who, member: Member, on: Temporal.PlainDate): boolean => {
  const office = region.offices.find(({ id }) => id === member.office)
  const byOffice = 'office' in who || 'officeKind' in who
  return sits(region, who, member) && (!byOffice || (office !== undefined && isThereOn(office, on)))
}

/** Whether a line of a roster, or of who may do something, means this member. */
export const sits = (region: Region, who: Who, member: Member): boolean => {
  if ('member' in who) return member.id === who.member
  if ('office' in who) return member.office === who.office
  if ('officeKind' in who)
    return region.offices.some(({ id, kind }) => id === member.office && kind === who.officeKind)
  if ('municipality' in who) return member.municipality === who.municipality
  return hasRole(member, who.role)
}

/**
 * Who holds a duty of a body on a day: the seat that says so, else the member whose turn it is by a rota of that kind.
 * Undefined where neither names one person.
 */
export const holderOf = (
  region: Region,
  bodyId: string,
  duty: 'chair' | 'recorder',
  on: Temporal.PlainDate,
): string | undefined => {
  const seats = region.bodies.find(({ id }) => id === bodyId)?.members ?? []
  const seat = seats.find((one) => 'duty' in one && one.duty === duty && isThereOn(one, on))
  const rota = region.rotas.find(
    ({ kind, body, series }) =>
      kind === duty && (body ?? region.series.find(({ id }) => id === series)?.body) === bodyId,
  )
  const inTurn = rota ? turnsOnDay(region, rota, on).flatMap(({ party }) => whoIs(party)) : []
  const who = seat ? whoOf(region, seat, on) : inTurn
  const there = region.members.filter(
    (member) => isThereOn(member, on) && who.some((one) => sitsOnDay(region, one, member, on)),
  )
  return there.length === 1 ? there[0]?.id : undefined
}

/** A member as permissions see them, on the day on which they ask. */
export const askerOf = (
  { id, name, roles, office, municipality }: Member,
  today: Temporal.PlainDate,
): Asker => ({
  memberId: id,
  name,
  roles,
  today,
  officeId: office,
  municipalityId: municipality,
})

/** Members as those who stand in for them need to know them. Left members are not among them: nobody acts for those. */
export const stoodInFor = ({ members }: Pick<Region, 'members'>, ids: readonly string[]): StoodInFor[] =>
  members.filter(({ id }) => ids.includes(id)).map(({ id, office }) => ({ memberId: id, officeId: office }))

/** Those of the core centre, who hear of what nobody else takes care of. */
export const coordinatorsOf = ({ members }: Pick<Region, 'members'>): Member[] => members.filter(coordinates)

/** Whether a member is a 主任相談支援専門員. */
export const isChief = ({ members }: Pick<Region, 'members'>, memberId: string): boolean =>
  members.some((one) => one.id === memberId && hasRole(one, 'chief_specialist'))
