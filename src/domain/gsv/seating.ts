/**
 * The groups of one or several sessions as a search sees them: people are numbers, a session is a row of seats, the
 * seats of one group side by side. A group with fewer than `width` people has empty chairs, which are numbered after
 * the people and may be sat beside at no cost.
 */
export type Seating = {
  width: number
  /** People and empty chairs. */
  side: number
  sessions: SeatedSession[]
  /** What it costs that two sit together: the standing cost, and MEETING for every time they meet, past and planned. */
  pair: Int32Array
  experience: Uint8Array
}

export type SeatedSession = {
  groups: number
  seats: Int32Array
  /** Seats between which people may be exchanged have the same kind; who sits on kind FIXED stays. */
  kinds: Uint8Array
  /** Each one's group; ABSENT for who is not there. */
  groupOf: Int32Array
  /** Cached cost, by one and group, of being in that group with those there: makes evaluating a move cheap. */
  beside: Int32Array
  /** By group and experience. */
  counts: Int32Array
  /** By experience and count: what so many of one experience in a group cost. */
  uneven: Int32Array
}

export const FIXED = 0
export const ABSENT = -1
/** One more meeting of a pair costs as many of these as the pair met before. */
export const MEETING = 10
/** Experiences, and one for empty chairs. */
export const BANDS = 4

/** What the sum of costs would change by, if the people of two seats in different groups changed places. */
export const deltaOf = (seating: Seating, session: SeatedSession, one: number, other: number): number => {
  const { width, side, pair, experience } = seating
  const { seats, groupOf, beside, groups } = session
  const a = seats[one] as number
  const b = seats[other] as number
  const from = groupOf[a] as number
  const to = groupOf[b] as number
  const aFrom = a * groups + from
  const aTo = a * groups + to
  const bFrom = b * groups + from
  const bTo = b * groups + to
  const delta =
    (beside[aTo] as number) +
    (beside[bFrom] as number) -
    (beside[aFrom] as number) -
    (beside[bTo] as number) -
    2 * (pair[a * side + b] as number) +
    2 * (width - 1) * MEETING
  const out = experience[a] as number
  const back = experience[b] as number
  if (out === back) return delta
  return (
    delta +
    unevenDelta(seating, session, from, out, -1) +
    unevenDelta(seating, session, to, out, 1) +
    unevenDelta(seating, session, from, back, 1) +
    unevenDelta(seating, session, to, back, -1)
  )
}

const unevenDelta = (
  { width }: Seating,
  { counts, uneven }: SeatedSession,
  group: number,
  band: number,
  change: number,
): number => {
  const at = band * (width + 1) + (counts[group * BANDS + band] as number)
  return (uneven[at + change] as number) - (uneven[at] as number)
}

/** Lets the people of two seats change places, and keeps every sum right. */
export const exchange = (seating: Seating, session: SeatedSession, one: number, other: number): void => {
  const { side, pair, experience } = seating
  const { seats, groupOf, beside, counts, groups } = session
  const a = seats[one] as number
  const b = seats[other] as number
  const from = groupOf[a] as number
  const to = groupOf[b] as number
  meetInstead(seating, session, a, b)
  meetInstead(seating, session, b, a)
  for (let x = 0; x < side; x += 1) {
    const change = (pair[x * side + b] as number) - (pair[x * side + a] as number)
    add(beside, x * groups + from, change)
    add(beside, x * groups + to, -change)
  }
  seats[one] = b
  seats[other] = a
  groupOf[a] = to
  groupOf[b] = from
  add(counts, from * BANDS + (experience[a] as number), -1)
  add(counts, from * BANDS + (experience[b] as number), 1)
  add(counts, to * BANDS + (experience[b] as number), -1)
  add(counts, to * BANDS + (experience[a] as number), 1)
}

/** The others of the group that one leaves meet one time less with them, and one time more with who comes. */
const meetInstead = (
  seating: Seating,
  { seats, groupOf }: SeatedSession,
  leaves: number,
  comes: number,
): void => {
  const { width } = seating
  const start = (groupOf[leaves] as number) * width
  for (let seat = start; seat < start + width; seat += 1) {
    const x = seats[seat] as number
    if (x === leaves) continue
    meet(seating, x, leaves, -MEETING)
    meet(seating, x, comes, MEETING)
  }
}

/** Two meet once more, or less, than before: in every session their groups weigh more, or less, to each other. */
const meet = ({ pair, side, sessions }: Seating, one: number, other: number, change: number): void => {
  add(pair, one * side + other, change)
  add(pair, other * side + one, change)
  for (const { groupOf, beside, groups } of sessions) {
    const mine = groupOf[one] as number
    const theirs = groupOf[other] as number
    if (theirs !== ABSENT) add(beside, one * groups + theirs, change)
    if (mine !== ABSENT) add(beside, other * groups + mine, change)
  }
}

/** Adds to what each group costs by itself what those there cost, once the pairs are counted. */
export const sumBeside = ({ pair, side }: Seating, { groupOf, beside, groups }: SeatedSession): void => {
  for (let one = 0; one < side; one += 1)
    for (let other = 0; other < side; other += 1) {
      const group = groupOf[other] as number
      if (group !== ABSENT) add(beside, one * groups + group, pair[one * side + other] as number)
    }
}

const add = (values: Int32Array, at: number, change: number): void => {
  values[at] = (values[at] as number) + change
}
