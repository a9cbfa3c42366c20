import type { Post } from '../../src/cli/simulate/recording-platform.ts'
import type { Region } from '../../src/domain/region/region.ts'
import { rosterOf } from '../../src/domain/region/roster.ts'
import { PEOPLE, type Person } from './people.ts'
import { MARKERS } from './probes.ts'
import type { Who } from './rights/rights.ts'

const PERSON_OF = new Map<string, Person>(
  Object.entries(PEOPLE).map(([person, user]) => [user, person as Person]),
)

/** Whose texts were told to whom, by message or in a channel that they read, though they may not see them. */
export const wronglyTold = (
  posts: readonly Post[],
  region: Region,
  owners: ReadonlyMap<string, string>,
  sees: ReadonlyMap<string, Who>,
  today: Temporal.PlainDate,
): string[] => {
  const faults = posts.flatMap(({ place, card }) => {
    const readers = 'user' in place ? [place.user] : rosterOf(region, place.channel, today)
    const whose = [...new Set(JSON.stringify(card).match(MARKERS))].flatMap(
      (marker) => owners.get(marker) ?? [],
    )
    return readers
      .flatMap((user) => PERSON_OF.get(user) ?? [])
      .flatMap((person) =>
        whose
          .filter((one) => !(sees.get(one) ?? []).includes(person))
          .map((one) => `${card.tag}: ${person} was told ${one}`),
      )
  })
  return [...new Set(faults)]
}
