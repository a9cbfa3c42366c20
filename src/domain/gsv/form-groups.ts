import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { buildSeating, type Table } from './build-seating.ts'
import { type GroupFault, leaderFault, nameFault, type SessionWish, sizeFault } from './group-fault.ts'
import { groupCount, sizesOf } from './group-sizes.ts'
import type { Met } from './met.ts'
import type { Participant } from './participant.ts'
import { type Pairing, pickFacilitators } from './pick-facilitators.ts'
import { searchSeating } from './search-seating.ts'
import type { Seating } from './seating.ts'

/** `met`: who sat together before. `led`: who led a group before, oldest first, once for each time. */
export type GroupFacts = {
  people: readonly Participant[]
  met?: readonly Met[]
  led?: readonly string[]
}

/** `memberIds` holds everybody, the facilitator first, then the presenter, the rest in order of their ids. */
export type Group = Pairing & { memberIds: string[] }

export type GroupWish = {
  /** People in a group; the groups come within one of it and of each other. */
  size: number
  seed: number
  /** Budget of the search, in exchanges evaluated: about 40 million a second. */
  evaluations?: number
}

/** Default budget: under 100 ms for 60 people. */
const ONE_SESSION = 1_000_000
/** Some ten seconds, for once a year: to be run beside the work of the day. */
const A_YEAR = 500_000_000

/**
 * Groups for one session: everybody present in exactly one; each led by somebody who may, of those who led least, and
 * who is no colleague of the group's presenter; colleagues apart as far as there are groups enough; those who met
 * least often together; experiences mixed. In this order, see docs/decisions/0011-groups.md. The same facts, wish and
 * seed give the same groups.
 */
export const formGroups = (
  facts: GroupFacts,
  wish: GroupWish & SessionWish,
): { ok: true; groups: Group[] } | { ok: false; fault: GroupFault } => {
  const planned = planGroups(facts, { evaluations: ONE_SESSION, ...wish, sessions: [wish] })
  if (!planned.ok) return { ok: false, fault: planned.fault }
  return { ok: true, groups: planned.sessions[0] ?? [] }
}

/** Under a second, whatever the number of people. */
const WITH_LATER = 20_000_000
/** More sessions ahead change the first one no more. */
const MOST_LATER = 5

/**
 * Groups for one session that leave room for the `later` ones of the year: all are planned and the first is taken. The
 * later ones are formed when their time comes, with who presents and who is away then.
 */
export const formWithLater = (
  facts: GroupFacts,
  wish: GroupWish & SessionWish & { later: number },
): ReturnType<typeof formGroups> => {
  const later = Math.min(wish.later, MOST_LATER)
  if (later === 0) return formGroups(facts, wish)
  const sessions = [wish, ...Array.from({ length: later }, () => ({}))]
  const planned = planGroups(facts, { evaluations: WITH_LATER, ...wish, sessions })
  return planned.ok ? { ok: true, groups: planned.sessions[0] ?? [] } : formGroups(facts, wish)
}

/**
 * The groups of all the sessions of a year at once: people meet again less than when each session is formed alone.
 * On the day `repairGroups` fits a session to who is there. `session` of a fault counts from 0.
 */
export const planGroups = (
  facts: GroupFacts,
  wish: GroupWish & { sessions: readonly SessionWish[] },
): { ok: true; sessions: Group[][] } | { ok: false; fault: GroupFault; session: number } => {
  const people = facts.people.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const led = [...(facts.led ?? [])]
  const sessions: Table[][] = []
  for (const [session, one] of wish.sessions.entries()) {
    const paired = pairings(people, one, wish.size, led)
    if (!paired.ok) return { ...paired, session }
    led.push(...paired.pairings.map(({ facilitatorId }) => facilitatorId))
    sessions.push(deal(paired.present, paired.pairings, wish.seed + session))
  }
  if (sessions.length === 0) return { ok: true, sessions: [] }
  const seating = buildSeating(people, facts.met ?? [], sessions)
  searchSeating(seating, wish.seed, wish.evaluations ?? A_YEAR)
  return { ok: true, sessions: sessions.map((tables, at) => readGroups(seating, at, people, tables)) }
}

const pairings = (
  people: readonly Participant[],
  wish: SessionWish,
  size: number,
  led: readonly string[],
): { ok: true; present: Participant[]; pairings: Pairing[] } | { ok: false; fault: GroupFault } => {
  const named = nameFault(people, wish)
  if (named) return { ok: false, fault: named }
  const present = people.filter(({ id }) => !wish.absentIds?.includes(id))
  const presenters = present.filter(({ id }) => wish.presenterIds?.includes(id))
  const fault = sizeFault(present, presenters, size)
  if (fault) return { ok: false, fault }
  const candidates = present.filter(({ mayFacilitate }) => mayFacilitate)
  const picked = pickFacilitators(candidates, presenters, groupCount(present.length, size) ?? 0, led)
  return picked
    ? { ok: true, present, pairings: picked }
    : { ok: false, fault: leaderFault(present, presenters) }
}

/** The rest dealt out like cards, the people of an office one after the other, so that they land apart. */
const deal = (present: readonly Participant[], paired: readonly Pairing[], seed: number): Table[] => {
  const random = xoroshiro128plus(seed)
  const offices = new Map(present.map((one) => [one.officeId ?? one.id, random.next()]))
  const order = ({ officeId, id }: Participant) => offices.get(officeId ?? id) ?? 0
  const taken = new Set(paired.flatMap(({ facilitatorId, presenterId }) => [facilitatorId, presenterId]))
  const waiting = present.filter(({ id }) => !taken.has(id)).toSorted((a, b) => order(a) - order(b))
  const sizes = sizesOf(present.length, paired.length)
  const tables = paired.map((pairing, at) => {
    const room = (sizes[at] ?? 0) - (pairing.presenterId === undefined ? 1 : 2)
    return { ...pairing, others: [] as string[], room }
  })
  let at = 0
  for (const { id } of waiting) {
    while (tables.some(({ others, room }) => others.length < room)) {
      const table = tables[at++ % tables.length]
      if (!table || table.others.length >= table.room) continue
      table.others.push(id)
      break
    }
  }
  return tables.map(({ room, ...table }) => table)
}

/** What the search found, by name. A presenter may have gone to another facilitator. */
export const readGroups = (
  { sessions, width }: Seating,
  session: number,
  people: readonly Participant[],
  tables: readonly Table[],
): Group[] =>
  tables.map(({ facilitatorId, presenterId }, group) => {
    const seats = sessions[session]?.seats.slice(group * width, (group + 1) * width) ?? []
    const here = [...seats].flatMap((one) => people[one]?.id ?? [])
    const [leader = facilitatorId, ...rest] = here
    if (presenterId === undefined) return { facilitatorId: leader, memberIds: [leader, ...rest.toSorted()] }
    const [presenter = presenterId, ...others] = rest
    return {
      facilitatorId: leader,
      presenterId: presenter,
      memberIds: [leader, presenter, ...others.toSorted()],
    }
  })
