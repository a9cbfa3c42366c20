import type { Groups } from '../region/groups.ts'
import type { Region } from '../region/region.ts'
import { rosterOf, sits } from '../region/roster.ts'
import { groupCount, LEAST_SIZE, MOST_SIZE } from './group-sizes.ts'
import type { Participant } from './participant.ts'
import { isChief } from './permission.ts'

type Series = Region['series'][number]
/** A series that sits in groups. */
export type GroupSeries = Series & { groups: Groups }

export const sitsInGroups = (series: Series): series is GroupSeries => series.groups !== undefined

/** Where nobody wrote the experience down: a chief has it, another is taken as settled. */
const CHIEF_YEARS = 10
const UNKNOWN_YEARS = 3

/** Everybody on the roster of a series' body, as the rules of groups see them on that day. */
export const participantsOf = (
  region: Region,
  { body, groups }: GroupSeries,
  on: Temporal.PlainDate,
): Participant[] => {
  const roster = new Set(rosterOf(region, body, on))
  return region.members
    .filter(({ id }) => roster.has(id))
    .map((member) => {
      const { id, office, specialistSince } = member
      const unknown = isChief(member) ? CHIEF_YEARS : UNKNOWN_YEARS
      return {
        id,
        officeId: office,
        experienceYears: specialistSince
          ? Math.max(0, specialistSince.until(on, { largestUnit: 'months' }).months / 12)
          : unknown,
        mayFacilitate: groups.facilitators.some((seat) => sits(region, seat, member)),
      }
    })
}

/** Who of the roster may be asked to bring a case. */
export const mayPresent = (
  region: Region,
  { body, groups }: GroupSeries,
  on: Temporal.PlainDate,
): Set<string> => {
  const roster = new Set(rosterOf(region, body, on))
  const may = region.members.filter(
    (member) => roster.has(member.id) && groups.presenters.some((seat) => sits(region, seat, member)),
  )
  return new Set(may.map(({ id }) => id))
}

/** The size that parts so many people as the series wants it: its own, or the one that gives its number of groups. */
export const sizeFor = ({ size, count = 1 }: Groups, people: number): number => {
  if (size !== undefined) return size
  const nearest = Math.round(people / count)
  const sizes = Array.from({ length: MOST_SIZE - LEAST_SIZE + 1 }, (_, at) => LEAST_SIZE + at)
  return (
    sizes
      .toSorted((a, b) => Math.abs(a - nearest) - Math.abs(b - nearest))
      .find((one) => groupCount(people, one) === count) ?? nearest
  )
}

/** How many groups so many people make; none where they cannot be parted. */
export const groupsFor = (groups: Groups, people: number): number =>
  groupCount(people, sizeFor(groups, people)) ?? 0
