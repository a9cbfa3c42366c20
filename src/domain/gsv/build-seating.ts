import type { Met } from './met.ts'
import { areColleagues, EXPERIENCES, experienceOf, type Participant } from './participant.ts'
import type { Pairing } from './pick-facilitators.ts'
import { ABSENT, BANDS, FIXED, MEETING, type Seating, sumBeside } from './seating.ts'

/** One group before the search: who leads and presents stay, `others` may be exchanged with those of other groups. */
export type Table = Pairing & { others: readonly string[] }

/** Two colleagues in a group weigh more than any number of people meeting again that a group can hold. */
const COLLEAGUES = 10_000
/** What may not be at all: a presenter led by a colleague, two empty chairs more in one group than in another. */
const NEVER = 10_000_000
/** One too many or too few of an experience; it grows with the square, so that two off weigh more than a meeting. */
const UNEVEN = 3
/** Somebody who leaves the group they had: more than all that a better place could save, less than a colleague. */
const MOVED = 1_000

const PRESENTER = 1
const MEMBER = 2

/**
 * The search's view of these tables, a list for each session. `homes`: the groups people had; leaving them costs, and
 * presenters stay with the facilitator they have met beforehand.
 */
export const buildSeating = (
  people: readonly Participant[],
  met: readonly Met[],
  sessions: readonly (readonly Table[])[],
  homes?: ReadonlyMap<string, number>,
): Seating => {
  const width = Math.max(...sessions.flat().map(sizeOf))
  const chairs = sessions.flat().reduce((sum, table) => sum + width - sizeOf(table), 0)
  const numbers = new Map(people.map(({ id }, at) => [id, at]))
  const side = people.length + chairs
  const experience = Uint8Array.from({ length: side }, (_, at) => {
    const one = people[at]
    return one ? EXPERIENCES.indexOf(experienceOf(one)) : EXPERIENCES.length
  })
  const seating: Seating = {
    width,
    side,
    sessions: [],
    pair: pairCosts(people, numbers, met, side),
    experience,
  }
  let chair = people.length
  for (const tables of sessions) {
    const smallest = Math.min(...tables.map(sizeOf))
    const largest = Math.max(...tables.map(sizeOf))
    const seats = Int32Array.from(
      tables.flatMap((table) => seated(table, width)),
      (id) => (id === undefined ? chair++ : (numbers.get(id) ?? 0)),
    )
    const kinds = Uint8Array.from(
      tables.flatMap((table) => kindsOf(table, width, largest, homes ? FIXED : PRESENTER)),
    )
    if (smallest < largest) keepChairsApart(seating, seats, kinds)
    const counts = countExperiences(seating, seats, tables.length)
    const groupOf = new Int32Array(side).fill(ABSENT)
    for (const [seat, one] of seats.entries()) groupOf[one] = Math.floor(seat / width)
    countMeetings(seating, seats)
    seating.sessions.push({
      groups: tables.length,
      seats,
      kinds,
      groupOf,
      beside: placeCosts(people, side, tables, homes),
      counts,
      uneven: unevenCosts(counts, tables.length, width),
    })
  }
  for (const session of seating.sessions) sumBeside(seating, session)
  return seating
}

const sizeOf = ({ presenterId, others }: Table): number =>
  1 + (presenterId === undefined ? 0 : 1) + others.length

const seated = ({ facilitatorId, presenterId, others }: Table, width: number): (string | undefined)[] => {
  const here = [facilitatorId, ...(presenterId === undefined ? [] : [presenterId]), ...others]
  return [...here, ...Array.from({ length: width - here.length }, () => undefined)]
}

/** Only a session's last chair of a smaller group moves: so sizes stay within one of each other. */
const kindsOf = (table: Table, width: number, largest: number, presenter: number): number[] =>
  Array.from({ length: width }, (_, seat) => {
    if (seat === 0 || seat >= largest) return FIXED
    return seat === 1 && table.presenterId !== undefined ? presenter : MEMBER
  })

const pairCosts = (
  people: readonly Participant[],
  numbers: ReadonlyMap<string, number>,
  met: readonly Met[],
  side: number,
): Int32Array => {
  const pair = new Int32Array(side * side)
  for (const [a, one] of people.entries())
    for (const [b, other] of people.entries())
      if (a < b && areColleagues(one, other)) addTo(pair, side, a, b, COLLEAGUES)
  for (const { pair: ids, times } of met) {
    const [a, b] = [numbers.get(ids[0]), numbers.get(ids[1])]
    if (a !== undefined && b !== undefined && a !== b) addTo(pair, side, a, b, times * MEETING)
  }
  return pair
}

const addTo = (pair: Int32Array, side: number, a: number, b: number, cost: number): void => {
  pair[a * side + b] = (pair[a * side + b] ?? 0) + cost
  pair[b * side + a] = (pair[b * side + a] ?? 0) + cost
}

const keepChairsApart = ({ pair, side, experience }: Seating, seats: Int32Array, kinds: Uint8Array): void => {
  const movable = [...seats].filter(
    (one, seat) => experience[one] === EXPERIENCES.length && kinds[seat] !== FIXED,
  )
  for (const a of movable) for (const b of movable) if (a < b) addTo(pair, side, a, b, NEVER)
}

const countMeetings = ({ pair, side, width }: Seating, seats: Int32Array): void => {
  for (const [at, a] of seats.entries())
    for (const b of seats.slice(at + 1, (Math.floor(at / width) + 1) * width))
      addTo(pair, side, a, b, MEETING)
}

const countExperiences = ({ experience, width }: Seating, seats: Int32Array, groups: number): Int32Array => {
  const counts = new Int32Array(groups * BANDS)
  for (const [seat, one] of seats.entries()) {
    const at = Math.floor(seat / width) * BANDS + (experience[one] ?? 0)
    counts[at] = (counts[at] ?? 0) + 1
  }
  return counts
}

const unevenCosts = (counts: Int32Array, groups: number, width: number): Int32Array => {
  const most = width + 1
  const uneven = new Int32Array(BANDS * most)
  for (const band of EXPERIENCES.keys()) {
    const total = counts.reduce((sum, count, at) => (at % BANDS === band ? sum + count : sum), 0)
    for (let count = 0; count < most; count += 1) {
      const off = Math.max(Math.floor(total / groups) - count, count - Math.ceil(total / groups), 0)
      uneven[band * most + count] = UNEVEN * off ** 2
    }
  }
  return uneven
}

const placeCosts = (
  people: readonly Participant[],
  side: number,
  tables: readonly Table[],
  homes: ReadonlyMap<string, number> | undefined,
): Int32Array => {
  const place = new Int32Array(side * tables.length)
  const presenters = new Set(tables.map(({ presenterId }) => presenterId))
  const leaders = tables.map(({ facilitatorId }) => people.find(({ id }) => id === facilitatorId))
  for (const [at, one] of people.entries()) {
    const home = homes?.get(one.id)
    for (const [group, leader] of leaders.entries()) {
      const led = presenters.has(one.id) && leader !== undefined && areColleagues(one, leader)
      place[at * tables.length + group] =
        (led ? NEVER : 0) + (home !== undefined && home !== group ? MOVED : 0)
    }
  }
  return place
}
