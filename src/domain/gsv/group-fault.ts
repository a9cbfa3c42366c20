import { groupCount, LEAST_SIZE, MOST_SIZE, workableSizes } from './group-sizes.ts'
import type { Participant } from './participant.ts'

/** Why groups cannot be formed. `works`: the sizes that can, with the same people. */
export type GroupFault =
  | { reason: 'listed-twice'; id: string }
  | { reason: 'not-among-participants'; id: string }
  | { reason: 'presenter-absent'; id: string }
  | { reason: 'too-few-people'; people: number; least: number }
  | { reason: 'size-out-of-range'; size: number; least: number; most: number; works: number[] }
  | { reason: 'size-does-not-fit'; size: number; people: number; works: number[] }
  | { reason: 'too-few-facilitators'; groups: number; facilitators: number; works: number[] }
  | { reason: 'too-many-presenters'; presenters: number; groups: number; works: number[] }
  | { reason: 'only-colleagues-to-lead'; presenterIds: string[] }

/** Who is to come to a session, and who presents there: at most one in each group. */
export type SessionWish = { presenterIds?: readonly string[]; absentIds?: readonly string[] }

/** What is wrong with the names alone. */
export const nameFault = (people: readonly Participant[], wish: SessionWish): GroupFault | undefined => {
  const ids = people.map(({ id }) => id)
  const presenters = wish.presenterIds ?? []
  const absent = wish.absentIds ?? []
  const twice = [ids, presenters].map((list) => list.find((id, at) => list.indexOf(id) !== at)).find(Boolean)
  if (twice !== undefined) return { reason: 'listed-twice', id: twice }
  const stranger = [...presenters, ...absent].find((id) => !ids.includes(id))
  if (stranger !== undefined) return { reason: 'not-among-participants', id: stranger }
  const away = presenters.find((id) => absent.includes(id))
  return away === undefined ? undefined : { reason: 'presenter-absent', id: away }
}

/** What is wrong with the size, for these people present and that many presenters among them. */
export const sizeFault = (
  present: readonly Participant[],
  presenters: readonly Participant[],
  size: number,
): GroupFault | undefined => {
  const people = present.length
  const free = present.filter(
    ({ id, mayFacilitate }) => mayFacilitate && !presenters.some((one) => one.id === id),
  )
  const facilitators = free.length
  if (people < LEAST_SIZE) return { reason: 'too-few-people', people, least: LEAST_SIZE }
  const works = workableSizes(people, facilitators).filter(
    (one) => (groupCount(people, one) ?? 0) >= presenters.length,
  )
  if (!Number.isInteger(size) || size < LEAST_SIZE || size > MOST_SIZE)
    return { reason: 'size-out-of-range', size, least: LEAST_SIZE, most: MOST_SIZE, works }
  const groups = groupCount(people, size)
  if (groups === undefined) return { reason: 'size-does-not-fit', size, people, works }
  return countFault(groups, facilitators, presenters.length, works)
}

/** What is wrong with that many groups. */
export const countFault = (
  groups: number,
  facilitators: number,
  presenters: number,
  works: number[],
): GroupFault | undefined => {
  if (groups > facilitators) return { reason: 'too-few-facilitators', groups, facilitators, works }
  return presenters > groups ? { reason: 'too-many-presenters', presenters, groups, works } : undefined
}

/** The presenters nobody but a colleague could lead; all of them where only together they are too many. */
export const leaderFault = (
  present: readonly Participant[],
  presenters: readonly Participant[],
): GroupFault => {
  const free = present.filter(
    ({ id, mayFacilitate }) => mayFacilitate && !presenters.some((one) => one.id === id),
  )
  const leaderless = presenters.filter(({ officeId }) =>
    free.every((one) => officeId !== undefined && one.officeId === officeId),
  )
  const named = leaderless.length > 0 ? leaderless : presenters
  return { reason: 'only-colleagues-to-lead', presenterIds: named.map(({ id }) => id) }
}
