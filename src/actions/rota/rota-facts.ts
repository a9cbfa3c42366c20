import type { Region } from '../../domain/region/region.ts'
import type { Rota } from '../../domain/region/rota.ts'
import { type RotaFacts, turns } from '../../domain/rota/rota.ts'
import type { Turn } from '../../domain/rota/turn.ts'
import type { Scope } from '../../store/engine/database.ts'
import { readConcurrently } from '../../store/engine/read-concurrently.ts'
import { meetingsBetween } from '../../store/meeting/meetings.ts'
import { agreedSwaps } from '../../store/rota/rota-swaps.ts'

/** Loads what a rota's turns follow from: the meetings of its series, and the swaps agreed, oldest first. */
export const rotaFacts = async (
  scope: Scope,
  { timeZone }: Region,
  rota: Rota,
  until: Temporal.PlainDate,
): Promise<RotaFacts> => {
  const begin = (day: Temporal.PlainDate) => day.toZonedDateTime(timeZone).toInstant()
  const series = rota.series ? [rota.series] : []
  const { held, swaps } = await readConcurrently({
    held: meetingsBetween(scope, begin(rota.from), begin(until.add({ days: 1 })), series),
    swaps: agreedSwaps(scope, rota.id),
  })
  const meetings = held.map(({ startsAt }) => startsAt.toZonedDateTimeISO(timeZone).toPlainDate())
  return { meetings, swaps }
}

const MOST_TURNS = 12

/** The turn that is on, and those of the next year (of ten, where a turn is a year), as many as a person reads. */
export const turnsAhead = async (
  scope: Scope,
  region: Region,
  rota: Rota,
  today: Temporal.PlainDate,
): Promise<Turn[]> => {
  const until = today.add(rota.turn === 'year' ? { years: 10 } : { months: 12 })
  return turns(rota, today, until, await rotaFacts(scope, region, rota, until)).slice(0, MOST_TURNS)
}
