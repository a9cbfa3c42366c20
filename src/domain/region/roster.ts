import { memoize } from '../calendar/memoize.ts'
import { type Asker, coordinates, hasRole, type StoodInFor } from '../member/roles.ts'
import type { Region } from './region.ts'

type Member = Region['members'][number]
type Seat = Region['bodies'][number]['members'][number]

const rosters = memoize<Region, readonly string[]>()

/** Everybody on a body's roster, each once, in the order of the file. */
export const rosterOf = (region: Region, bodyId: string): readonly string[] =>
  rosters(region, bodyId, () => readRoster(region, bodyId))

const readRoster = (region: Region, bodyId: string): string[] => {
  const body = region.bodies.find(({ id }) => id === bodyId)
  if (!body) return []
  const on = (member: Member) => body.members.some((seat) => sits(region, seat, member))
  return region.members.filter(on).map(({ id }) => id)
}

/** Whether a line of a roster, or of who may do something, means this member. */
export const sits = (region: Region, seat: Seat, member: Member): boolean => {
  if ('member' in seat) return member.id === seat.member
  if ('office' in seat) return member.office === seat.office
  if ('officeKind' in seat)
    return region.offices.some(({ id, kind }) => id === member.office && kind === seat.officeKind)
  if ('municipality' in seat) return member.municipality === seat.municipality
  return hasRole(member, seat.role)
}

/** A member as permissions see them. */
export const askerOf = ({ id, name, roles, office, municipality }: Member): Asker => ({
  memberId: id,
  name,
  roles,
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
