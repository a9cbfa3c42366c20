/** A meeting as far as clashes depend on it. */
export type HeldMeeting = {
  id: string
  seriesId: string
  bodyId: string
  startsAt: Temporal.ZonedDateTime
  durationMinutes: number
  place?: string
  people: readonly string[]
}

type Pair<Meeting> = readonly [Meeting, Meeting]
export type Clash<Meeting extends HeldMeeting = HeldMeeting> =
  /** These people are wanted in both at once. */
  | { kind: 'person'; people: string[]; meetings: Pair<Meeting> }
  | { kind: 'room'; place: string; meetings: Pair<Meeting> }
  | { kind: 'body'; bodyId: string; meetings: Pair<Meeting> }
  /** Three or more meetings of the same people in the week of this Monday. */
  | { kind: 'week'; people: string[]; monday: Temporal.PlainDate; meetings: readonly Meeting[] }

/** Finds clashes between meetings, by date, in time proportional to the meetings and their overlaps, after a sort. */
export const clashesOf = <Meeting extends HeldMeeting>(meetings: readonly Meeting[]): Clash<Meeting>[] => {
  const sorted = meetings.toSorted((a, b) => Temporal.ZonedDateTime.compare(a.startsAt, b.startsAt))
  const found = [...overlapping(sorted).flatMap(clashesOfPair), ...crowdedWeeks(sorted)]
  return found.toSorted((a, b) => Temporal.ZonedDateTime.compare(firstOf(a).startsAt, firstOf(b).startsAt))
}

/** Finds what a meeting at this time would clash with. */
export const clashesWith = <Meeting extends HeldMeeting>(
  one: Meeting,
  others: readonly Meeting[],
): Clash<Meeting>[] =>
  others
    .filter((other) => other.id !== one.id && overlap(one, other))
    .flatMap((other) => clashesOfPair([one, other]))

const firstOf = <Meeting extends HeldMeeting>({ meetings }: Clash<Meeting>): Meeting => {
  const [first] = meetings
  if (!first) throw new Error('a clash of no meetings')
  return first
}

const endOf = ({ startsAt, durationMinutes }: HeldMeeting) => startsAt.add({ minutes: durationMinutes })

const overlap = (a: HeldMeeting, b: HeldMeeting): boolean => {
  const compare = Temporal.ZonedDateTime.compare
  return compare(a.startsAt, endOf(b)) < 0 && compare(b.startsAt, endOf(a)) < 0
}

const overlapping = <Meeting extends HeldMeeting>(sorted: readonly Meeting[]): Pair<Meeting>[] => {
  let running: Meeting[] = []
  return sorted.flatMap((meeting) => {
    running = running.filter((one) => overlap(one, meeting))
    const pairs = running.map((one): Pair<Meeting> => [one, meeting])
    running.push(meeting)
    return pairs
  })
}

const clashesOfPair = <Meeting extends HeldMeeting>(meetings: Pair<Meeting>): Clash<Meeting>[] => {
  const [a, b] = meetings
  if (a.bodyId === b.bodyId) return [{ kind: 'body', bodyId: a.bodyId, meetings }]
  const people = inBoth(a.people, b.people)
  return [
    ...(people.length > 0 ? [{ kind: 'person' as const, people, meetings }] : []),
    ...(a.place !== undefined && a.place === b.place && isRoom(a.place)
      ? [{ kind: 'room' as const, place: a.place, meetings }]
      : []),
  ]
}

/** Any number of meetings can be held online at once. */
const isRoom = (place: string): boolean => !/オンライン|zoom|teams|online/i.test(place)

const inBoth = (a: readonly string[], b: readonly string[]): string[] => {
  const other = new Set(b)
  return a.filter((person) => other.has(person))
}

const TOO_MANY = 3

/**
 * Meetings are of the same people when those in all three are at least half of each: a centre's staff who sit
 * everywhere do not make every week one.
 */
const crowdedWeeks = <Meeting extends HeldMeeting>(sorted: readonly Meeting[]): Clash<Meeting>[] => {
  const weeks = Map.groupBy(sorted, ({ startsAt }) => mondayOf(startsAt).toString())
  return [...weeks].flatMap(([monday, week]) => {
    const crowd = crowdOf(week)
    return crowd ? [{ kind: 'week' as const, monday: Temporal.PlainDate.from(monday), ...crowd }] : []
  })
}

const crowdOf = <Meeting extends HeldMeeting>(
  week: readonly Meeting[],
): { people: string[]; meetings: Meeting[] } | undefined => {
  for (const [at, first] of week.entries()) {
    const same = week.slice(at + 1).filter((other) => areSame([first, other]))
    const meetings = [first, ...same]
    const people = same.reduce<string[]>((all, { people: theirs }) => inBoth(all, theirs), [...first.people])
    if (meetings.length >= TOO_MANY && people.length > 0) return { people, meetings }
  }
  return undefined
}

const areSame = ([a, b]: Pair<HeldMeeting>): boolean =>
  2 * inBoth(a.people, b.people).length >= Math.max(a.people.length, b.people.length, 1)

const mondayOf = (at: Temporal.ZonedDateTime): Temporal.PlainDate =>
  at.toPlainDate().subtract({ days: at.dayOfWeek - 1 })
