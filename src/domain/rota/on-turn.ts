import { wantedMeetings } from '../meeting/wanted-meetings.ts'
import type { Region } from '../region/region.ts'
import type { Rota } from '../region/rota.ts'
import { type RotaFacts, turns } from './rota.ts'
import type { Turn } from './turn.ts'

/** What was loaded with a region of the store: meetings as they stand, and swaps. By rota. */
const loaded = new WeakMap<Region, ReadonlyMap<string, RotaFacts>>()

/** Remembers, for as long as the region is referenced, what its rotas' turns follow from beside its file. */
export const rememberTurns = (region: Region, facts: ReadonlyMap<string, RotaFacts>): void => {
  loaded.set(region, facts)
}

/** Of a region that is only read from its file: its meetings by the series' rules, and no swaps. */
const factsByFile = (region: Region, rota: Rota, until: Temporal.PlainDate): RotaFacts =>
  rota.series === undefined
    ? {}
    : {
        meetings: wantedMeetings(
          { ...region, series: region.series.filter(({ id }) => id === rota.series) },
          rota.from,
          until,
        )
          .filter(({ cancelled }) => cancelled === null)
          .map(({ startsAt }) => startsAt.toZonedDateTimeISO(region.timeZone).toPlainDate()),
      }

/** The turns that are on that day; of a rota by meetings, on a day between two, that of the meeting before. */
export const turnsOnDay = (region: Region, rota: Rota, day: Temporal.PlainDate): Turn[] => {
  const facts = loaded.get(region)?.get(rota.id) ?? factsByFile(region, rota, day)
  const on = turns(rota, day, day, facts)
  return on.length > 0 || rota.turn !== 'meeting' ? on : turns(rota, rota.from, day, facts).slice(-1)
}
