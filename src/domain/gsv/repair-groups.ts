import { assign } from './assign.ts'
import { buildSeating, type Table } from './build-seating.ts'
import { type Group, type GroupFacts, readGroups } from './form-groups.ts'
import { countFault, type GroupFault, leaderFault, nameFault, type SessionWish } from './group-fault.ts'
import { LEAST_SIZE, sizesOf, workableSizes } from './group-sizes.ts'
import { areColleagues, type Participant } from './participant.ts'
import { searchSeating } from './search-seating.ts'

/** Moving somebody into a group they were not in costs more than any choice within the group. */
const FROM_ELSEWHERE = 10
const SOME_LOOKS = 200_000

/**
 * The same groups without the absentees, and with whoever of `facts.people` had none yet, moving as few as can be:
 * only to keep the sizes within one of each other, for a facilitator who is nobody's colleague, and to keep colleagues
 * apart. A group that has lost its facilitator where nobody is left to take over, or that would fall under three
 * people, is dissolved. `moved`: who comes into another group than the one they had. Presenters are those of before
 * who are there and whose group stays, unless `presenterIds` says otherwise.
 */
export const repairGroups = (
  previous: readonly Group[],
  facts: GroupFacts,
  wish: SessionWish & { seed: number; evaluations?: number },
): { ok: true; groups: Group[]; moved: string[] } | { ok: false; fault: GroupFault } => {
  const people = facts.people.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const fault = nameFault(people, wish)
  if (fault) return { ok: false, fault }
  const present = people.filter(({ id }) => !wish.absentIds?.includes(id))
  const named = wish.presenterIds ?? previous.flatMap(({ presenterId }) => presenterId ?? [])
  const wanted = present.filter(({ id }) => named.includes(id))
  const kept = keptGroups(previous, present, wanted, wish.presenterIds?.length ?? 0)
  if (!kept.ok) return kept
  const presenters = wish.presenterIds
    ? wanted
    : wanted.filter(({ id }) => kept.groups.some(({ presenterId }) => presenterId === id))
  const seats = leadAndPresent(kept.groups, present, presenters)
  if (!seats) return { ok: false, fault: leaderFault(present, presenters) }
  const tables = seatOthers(seats, kept.groups, present)
  const homes = new Map(kept.groups.flatMap(({ memberIds }, at) => memberIds.map((id) => [id, at])))
  const seating = buildSeating(people, facts.met ?? [], [tables], homes)
  searchSeating(seating, wish.seed, wish.evaluations ?? SOME_LOOKS)
  const groups = readGroups(seating, 0, people, tables)
  const had = new Set(previous.flatMap(({ memberIds }) => memberIds))
  const moved = groups.flatMap(({ memberIds }, at) =>
    memberIds.filter((id) => had.has(id) && homes.get(id) !== at),
  )
  return { ok: true, groups, moved: moved.toSorted() }
}

type Kept = { ok: true; groups: Group[] } | { ok: false; fault: GroupFault }

/** As many of the groups as there are people and facilitators for: those that keep most. */
const keptGroups = (
  previous: readonly Group[],
  present: readonly Participant[],
  presenters: readonly Participant[],
  promised: number,
): Kept => {
  const here = new Set(present.map(({ id }) => id))
  const leaders = present.filter(
    ({ id, mayFacilitate }) => mayFacilitate && !presenters.some((one) => one.id === id),
  )
  if (present.length < LEAST_SIZE)
    return { ok: false, fault: { reason: 'too-few-people', people: present.length, least: LEAST_SIZE } }
  const count = Math.min(previous.length, Math.floor(present.length / LEAST_SIZE), leaders.length)
  const fault = countFault(
    Math.max(1, count),
    leaders.length,
    promised,
    workableSizes(present.length, leaders.length),
  )
  if (fault) return { ok: false, fault }
  const left = previous.map((group) => ({
    ...group,
    memberIds: group.memberIds.filter((id) => here.has(id)),
  }))
  const worth = ({ facilitatorId, presenterId, memberIds }: Group) =>
    (here.has(facilitatorId) ? 100 : 0) +
    (presenterId !== undefined && here.has(presenterId) ? 50 : 0) +
    memberIds.length
  const best = new Set(left.toSorted((a, b) => worth(b) - worth(a)).slice(0, count))
  return { ok: true, groups: left.filter((group) => best.has(group)) }
}

/** Who presents and who leads in each group: as before where that can be, else from the group, else from another. */
const leadAndPresent = (
  groups: readonly Group[],
  present: readonly Participant[],
  presenters: readonly Participant[],
): Table[] | undefined => {
  const presented = assign(presenters.length, groups.length, (row, at) => {
    const [group, id] = [groups[at], presenters[row]?.id ?? '']
    if (group?.presenterId === id) return 0
    return group?.memberIds.includes(id) ? 1 : FROM_ELSEWHERE
  })
  const presenterOf = (at: number) => presenters[presented?.indexOf(at) ?? -1]
  const leaders = present.filter(
    ({ id, mayFacilitate }) => mayFacilitate && !presenters.some((one) => one.id === id),
  )
  const led = assign(groups.length, leaders.length, (at, column) => {
    const [group, one, presenter] = [groups[at], leaders[column], presenterOf(at)]
    if (!one || (presenter && areColleagues(one, presenter))) return undefined
    if (group?.facilitatorId === one.id) return 0
    return group?.memberIds.includes(one.id) ? 1 : FROM_ELSEWHERE
  })
  return led?.map((column, at) => {
    const facilitatorId = leaders[column]?.id ?? ''
    return { facilitatorId, others: [], presenterId: presenterOf(at)?.id }
  })
}

/** Everybody else stays where there is room; who has no place goes to the groups that lack people. */
const seatOthers = (
  seats: readonly Table[],
  groups: readonly Group[],
  present: readonly Participant[],
): Table[] => {
  const seated = new Set(seats.flatMap(({ facilitatorId, presenterId }) => [facilitatorId, presenterId]))
  const staying = groups.map(({ memberIds }) => memberIds.filter((id) => !seated.has(id)))
  const fixed = seats.map(({ presenterId }) => (presenterId === undefined ? 1 : 2))
  const rooms = roomsFor(staying, fixed, present.length)
  const others = staying.map((ids, at) => ids.slice(0, rooms[at]))
  const placed = new Set([...seated, ...others.flat()])
  const waiting = present.filter(({ id }) => !placed.has(id)).map(({ id }) => id)
  return seats.map((table, at) => {
    const here = others[at] ?? []
    return { ...table, others: [...here, ...waiting.splice(0, (rooms[at] ?? 0) - here.length)] }
  })
}

/** Seats beside facilitator and presenter: the groups that are larger keep the larger sizes. */
const roomsFor = (staying: readonly string[][], fixed: readonly number[], people: number): number[] => {
  const sizes = sizesOf(people, staying.length)
  const now = staying.map((ids, at) => ids.length + (fixed[at] ?? 0))
  const order = [...now.keys()].toSorted((a, b) => (now[b] ?? 0) - (now[a] ?? 0))
  return now.map((_, at) => (sizes[order.indexOf(at)] ?? 0) - (fixed[at] ?? 0))
}
