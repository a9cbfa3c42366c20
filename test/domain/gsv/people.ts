import fc from 'fast-check'
import type { Participant } from '../../../src/domain/gsv/participant.ts'

/** People of offices with so many each; the first of each of the first offices may lead. */
export const peopleOf = (offices: readonly number[], facilitators: number): Participant[] =>
  offices.flatMap((count, office) =>
    Array.from({ length: count }, (_, at) => ({
      id: `p${office}-${at}`,
      officeId: `office-${office}`,
      experienceYears: (office * 3 + at * 5) % 9,
      mayFacilitate: at === 0 && office < facilitators,
    })),
  )

/** Six to thirty people of a few offices, some of none, a third of whom may lead. */
export const anyPeople = (): fc.Arbitrary<Participant[]> =>
  fc
    .array(
      fc.record({
        office: fc.integer({ min: 0, max: 9 }),
        experienceYears: fc.integer({ min: 0, max: 20 }),
        mayFacilitate: fc.constantFrom(true, false, false),
      }),
      { minLength: 6, maxLength: 30 },
    )
    .map((rows) =>
      rows.map(({ office, ...row }, at) => ({
        id: `p${String(at).padStart(2, '0')}`,
        ...(office === 9 ? {} : { officeId: `office-${office}` }),
        ...row,
      })),
    )

export const colleaguePairs = (people: readonly Participant[], memberIds: readonly string[]): number => {
  const offices = memberIds.map((id) => people.find((one) => one.id === id)?.officeId)
  return offices.reduce(
    (sum, office, at) =>
      sum + offices.slice(at + 1).filter((other) => office !== undefined && other === office).length,
    0,
  )
}

/** The pairs of colleagues that no way of forming so many groups can part. */
export const forcedPairs = (people: readonly Participant[], groups: number): number => {
  const offices = new Map<string, number>()
  for (const { officeId } of people)
    if (officeId !== undefined) offices.set(officeId, (offices.get(officeId) ?? 0) + 1)
  const pairs = (count: number) => (count * (count - 1)) / 2
  return [...offices.values()].reduce((sum, count) => {
    const more = count % groups
    return sum + more * pairs(Math.ceil(count / groups)) + (groups - more) * pairs(Math.floor(count / groups))
  }, 0)
}
