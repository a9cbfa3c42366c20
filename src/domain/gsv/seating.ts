/**
 * The groups of one or several sessions as a search sees them: people are numbers, a session is a row of seats, the
 * seats of one group side by side. A group one short of `width` has an empty chair, which is a person of its own
 * (numbered after the people) whom everybody may sit beside at no cost.
 */
export type Seating = {
  width: number
  sessions: SeatedSession[]
  /** Side of `pair`: people and empty chairs. */
  side: number
  /** What it costs that two sit together: the standing cost, and MEETING for every time they meet, past and planned. */
  pair: Int32Array
  experience: Uint8Array
}

export type SeatedSession = {
  groups: number
  seats: Int32Array
  /** Seats between which people may be exchanged have the same kind; who sits on kind FIXED stays. */
  kinds: Uint8Array
  /** What it costs that one sits in a group, by person and group. */
  place: Int32Array
  /** By group and experience. */
  counts: Int32Array
  /** What so many of one experience in a group cost, by experience and count. */
  uneven: Int32Array
}

export const FIXED = 0
/** One more meeting of a pair costs as many of these as the pair met before. */
export const MEETING = 10
/** Experiences, and one for empty chairs. */
export const BANDS = 4

/** What the sum of costs would change by, if the people of two seats in different groups changed places. */
export const deltaOf = (seating: Seating, session: SeatedSession, one: number, other: number): number => {
  const { width, side, pair, experience } = seating
  const { seats, place, counts, uneven, groups } = session
  const a = seats[one] as number
  const b = seats[other] as number
  const from = Math.floor(one / width)
  const to = Math.floor(other / width)
  let delta = 2 * (width - 1) * MEETING
  for (let seat = from * width; seat < (from + 1) * width; seat += 1) {
    if (seat === one) continue
    const x = (seats[seat] as number) * side
    delta += (pair[x + b] as number) - (pair[x + a] as number)
  }
  for (let seat = to * width; seat < (to + 1) * width; seat += 1) {
    if (seat === other) continue
    const x = (seats[seat] as number) * side
    delta += (pair[x + a] as number) - (pair[x + b] as number)
  }
  delta += (place[a * groups + to] as number) - (place[a * groups + from] as number)
  delta += (place[b * groups + from] as number) - (place[b * groups + to] as number)
  const out = experience[a] as number
  const back = experience[b] as number
  if (out === back) return delta
  const most = width + 1
  const cost = (band: number, group: number, change: number) => {
    const count = counts[group * BANDS + band] as number
    return (uneven[band * most + count + change] as number) - (uneven[band * most + count] as number)
  }
  return delta + cost(out, from, -1) + cost(out, to, 1) + cost(back, from, 1) + cost(back, to, -1)
}

/** Lets the people of two seats change places, and keeps every count right. */
export const exchange = (seating: Seating, session: SeatedSession, one: number, other: number): void => {
  const { width, experience } = seating
  const { seats, counts } = session
  const a = seats[one] as number
  const b = seats[other] as number
  const from = Math.floor(one / width)
  const to = Math.floor(other / width)
  for (let seat = from * width; seat < (from + 1) * width; seat += 1) {
    if (seat !== one) part(seating, seats[seat] as number, a, b)
  }
  for (let seat = to * width; seat < (to + 1) * width; seat += 1) {
    if (seat !== other) part(seating, seats[seat] as number, b, a)
  }
  seats[one] = b
  seats[other] = a
  shift(counts, from, experience[a] as number, experience[b] as number)
  shift(counts, to, experience[b] as number, experience[a] as number)
}

const part = ({ pair, side }: Seating, stays: number, leaves: number, comes: number): void => {
  add(pair, stays * side + leaves, -MEETING)
  add(pair, leaves * side + stays, -MEETING)
  add(pair, stays * side + comes, MEETING)
  add(pair, comes * side + stays, MEETING)
}

const shift = (counts: Int32Array, group: number, leaves: number, comes: number): void => {
  add(counts, group * BANDS + leaves, -1)
  add(counts, group * BANDS + comes, 1)
}

const add = (values: Int32Array, at: number, change: number): void => {
  values[at] = (values[at] as number) + change
}
